import { describe, expect, it } from 'vitest';
import { beginning, voiceActions } from '../../../../lib/compiler/ivr/beginning.ts';
import { contextOf, idsOf } from './an-ivr-context.ts';

const blocks = { start: { kind: 'answer', next: 'bye' }, bye: { kind: 'disconnect' } } as const;
const questions = [{ id: 'nps', say: 'How likely?' }];
type InboundInput = NonNullable<Parameters<typeof contextOf>[0]['inbound']>;
const begins = (inbound: InboundInput = {}, others: readonly string[] = []) =>
  beginning(contextOf({ blocks, inbound }), others, 'start');
const given = (actions: ReturnType<typeof begins>, id: string) =>
  actions.find(({ Identifier }) => Identifier === id)?.Parameters;

describe('how a call begins', () => {
  it('logs, speaks, records or not, and knows nothing yet of the call', () => {
    const actions = begins();

    expect(idsOf(actions)).toEqual([
      'Begin.logging',
      'Begin.voice',
      'Begin.language',
      'Begin.record',
      'Begin.values',
    ]);
    expect(given(actions, 'Begin.values')).toEqual({
      Attributes: {
        campaign: 'line',
        ivr: 'greeting',
        way: expect.stringMatching(/^[0-9a-f]{12} [a-z-]+$/),
        record: 'none',
        attempt: 'none',
        identity: 'none',
        lastAgent: 'none',
        privateAgent: 'none',
        entered: 'none',
        ticket: 'none',
        waitingIn: 'none',
        window: 'full',
        survey: 'yes',
        overflowQueue: 'none',
        moveTo: 'none',
      },
    });
  });

  it.each<[string, InboundInput, string, object]>([
    ['hold music (INB-5)', { holdMusic: 'hold.wav' }, 'hold', { CustomerHold: 'hold' }],
    [
      'a whisper to the agent',
      { whisper: { agent: 'A call' } },
      'agent-whisper',
      { AgentWhisper: 'agent-whisper' },
    ],
    [
      'a whisper to the caller',
      { whisper: { customer: 'Hello' } },
      'customer-whisper',
      { CustomerWhisper: 'customer-whisper' },
    ],
    [
      'a survey that callers stay for (INB-9)',
      { survey: { how: 'stay', questions } },
      'survey',
      { CustomerRemaining: 'survey' },
    ],
  ])('has a hook for %s', (_, inbound, name, EventHooks) => {
    expect(given(begins(inbound), `Begin.${name}`)).toEqual({ EventHooks });
  });

  it('has none for a survey by a call back: nobody stays on the line', () => {
    expect(idsOf(begins({ survey: { how: 'call-back', questions } }))).not.toContain(
      'Begin.survey',
    );
  });

  it('leaves the ARNs of the other flows to them, as attributes', () => {
    expect(given(begins({}, ['wait-sales', 'survey']), 'Begin.flows')).toEqual({
      Attributes: { flow_wait_sales: 'wait-sales', flow_survey: 'survey' },
    });
  });

  it('goes on at every step whatever Connect refuses, and at last to the first block', () => {
    const actions = begins({ holdMusic: 'hold.wav' }, ['wait-sales']);

    for (const [n, { Identifier, Transitions }] of actions.entries()) {
      const next = actions[n + 1]?.Identifier ?? 'start';
      const errors = (Transitions?.Errors ?? []).map(({ NextAction }) => NextAction);
      expect([Identifier, Transitions?.NextAction, ...errors]).toEqual([
        Identifier,
        next,
        ...errors.map(() => next),
      ]);
    }
  });
});

describe('the voice of a flow', () => {
  it('is that of the IVR, else that of its language', () => {
    const voice = (ivr: object) =>
      voiceActions(contextOf({ blocks, ivr }), 'on').map(({ Parameters }) => Parameters);

    expect(voice({ language: 'cs' })).toEqual([
      { TextToSpeechVoice: 'Jitka', TextToSpeechEngine: 'Neural' },
      { LanguageCode: 'cs-CZ' },
    ]);
    expect(voice({ voice: { id: 'Brian', engine: 'Standard' } })[0]).toEqual({
      TextToSpeechVoice: 'Brian',
      TextToSpeechEngine: 'Standard',
    });
  });
});
