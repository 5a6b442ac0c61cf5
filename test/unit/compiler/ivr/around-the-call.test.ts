// The flows of a campaign that hold no blocks: hold music, whispers, the survey; and what every
// flow has at its end.
import { describe, expect, it } from 'vitest';
import type { Action } from '../../../../lib/compiler/flows/flow.ts';
import { renderQueueTransferFlow } from '../../../../lib/compiler/flows/queue-transfer-flow.ts';
import { CALL_LANGUAGES, SPOKEN_TEXTS } from '../../../../lib/compiler/flows/spoken-texts.ts';
import { countRounds, endingActions, HANG_UP, SORRY } from '../../../../lib/compiler/ivr/ending.ts';
import { valuePath } from '../../../../lib/compiler/ivr/flow-attributes.ts';
import { flowPath, partFlow, waitingFlow } from '../../../../lib/compiler/ivr/flow-keys.ts';
import { renderHoldFlow } from '../../../../lib/compiler/ivr/hold-flow.ts';
import { say } from '../../../../lib/compiler/ivr/ivr-actions.ts';
import { renderSurveyFlow } from '../../../../lib/compiler/ivr/survey-flow.ts';
import { SYSTEM_TEXTS } from '../../../../lib/compiler/ivr/system-texts.ts';
import { renderWhisperFlow } from '../../../../lib/compiler/ivr/whisper-flow.ts';
import { wholeFlow } from '../../../../lib/compiler/ivr/whole-flow.ts';
import { contextOf, idsOf } from './an-ivr-context.ts';

const blocks = { start: { kind: 'answer', next: 'bye' }, bye: { kind: 'disconnect' } } as const;
const context = contextOf({ blocks });
const find = (actions: readonly Action[], id: string) =>
  actions.find(({ Identifier }) => Identifier === id);
const targets = (action: Action | undefined) => {
  const { NextAction, Errors = [], Conditions = [] } = action?.Transitions ?? {};
  return [NextAction, ...[...Errors, ...Conditions].map((branch) => branch.NextAction)];
};

describe('hold music (INB-5)', () => {
  it('is one action that plays endlessly', () => {
    expect(renderHoldFlow(context, 'hold.wav')).toMatchObject({
      key: 'hold',
      type: 'CUSTOMER_HOLD',
      flow: {
        Actions: [
          {
            Type: 'MessageParticipantIteratively',
            Parameters: { Messages: [{ PromptId: 'hold.wav' }] },
            Transitions: {},
          },
        ],
      },
    });
  });
});

describe('a whisper', () => {
  it.each([
    ['agent', 'agent-whisper', 'AGENT_WHISPER'],
    ['customer', 'customer-whisper', 'CUSTOMER_WHISPER'],
  ] as const)('to the %s is said in a flow of its type, and ends said or not', (to, key, type) => {
    const whisper = renderWhisperFlow(context, to, 'A call from {{caller}}');

    expect([whisper.key, whisper.type]).toEqual([key, type]);
    expect(find(whisper.flow.Actions, 'say')?.Parameters).toEqual({
      Text: 'A call from $.CustomerEndpoint.Address',
    });
    expect(targets(find(whisper.flow.Actions, 'say'))).toEqual(['end', 'end']);
  });
});

describe('the survey (INB-9)', () => {
  const survey = {
    how: 'stay',
    after: 60,
    questions: [
      { id: 'nps', say: 'How likely?', keys: ['1', '2'] },
      { id: 'solved', say: { recording: 'solved.wav' }, keys: ['1'] },
    ],
  } as unknown as Parameters<typeof renderSurveyFlow>[1];
  const { flow, key, type } = renderSurveyFlow(context, survey);
  const at = (id: string) => find(flow.Actions, id);

  it('is a contact of its own, so it begins with the voice', () => {
    expect([key, type, flow.StartAction]).toEqual(['survey', 'CONTACT_FLOW', 'Begin.voice']);
    expect(idsOf(flow.Actions).slice(0, 3)).toEqual([
      'Begin.voice',
      'Begin.language',
      'Survey.wanted',
    ]);
  });

  it('is not asked of who is to have none', () => {
    expect(targets(at('Survey.wanted'))).toEqual(['nps', 'nps', HANG_UP]);
  });

  it('keeps an answer among its keys and asks once more after another', () => {
    expect(targets(at('nps'))).toEqual(['nps.given', 'solved']);
    expect(targets(at('nps.given'))).toEqual(['nps.again', 'nps.again', 'nps.keep', 'nps.keep']);
    expect(at('nps.again')?.Parameters).toEqual({ LoopCount: '1' });
    expect(targets(at('nps.again'))).toEqual(['solved', 'solved', 'nps', 'solved']);
  });

  it('goes on with the next question, or thanks, whether the answer was stored or not', () => {
    expect(targets(at('nps.keep'))).toEqual(['solved', 'solved']);
    expect(targets(at('solved.keep'))).toEqual(['Survey.thanks', 'Survey.thanks']);
    expect(at('nps.keep')?.Parameters).toMatchObject({
      LambdaFunctionARN: 'keep-survey-answer',
      LambdaInvocationAttributes: {
        ivr: 'greeting',
        question: 'nps',
        key: '$.StoredCustomerInput',
      },
    });
  });

  it('thanks in the words of the campaign, else in the language of the IVR', () => {
    const thanks = (more: object, language: 'cs' | 'en') => {
      const own = contextOf({ blocks, ivr: { language } });
      const actions = renderSurveyFlow(own, { ...survey, ...more }).flow.Actions;
      return find(actions, 'Survey.thanks')?.Parameters;
    };

    expect(thanks({}, 'cs')).toEqual({ Text: SYSTEM_TEXTS.cs.thanks });
    expect(thanks({ thanks: 'Bye' }, 'cs')).toEqual({ Text: 'Bye' });
  });
});

describe('the end of a flow', () => {
  it('is an apology in the language of the IVR, then the end of the call', () => {
    const [sorry, end] = endingActions(contextOf({ blocks, ivr: { language: 'pl' } }));

    expect([sorry?.Identifier, sorry?.Parameters]).toEqual([
      SORRY,
      { Text: SPOKEN_TEXTS.pl.apology },
    ]);
    expect(targets(sorry)).toEqual([HANG_UP, HANG_UP]);
    expect(end).toMatchObject({ Identifier: HANG_UP, Type: 'DisconnectParticipant' });
  });

  it('comes after a hundred rounds of a loop', () => {
    const counted = countRounds('menu.loop', 'menu');

    expect(counted.Parameters).toEqual({ LoopCount: '100' });
    expect(targets(counted)).toEqual([SORRY, SORRY, 'menu', SORRY]);
  });

  it('is left out, with everything else no call comes to', () => {
    const said = say('hello', { Text: 'Hello' }, 'hello');
    const never = say('never', { Text: 'Never' }, SORRY);

    expect(idsOf(wholeFlow('Test', context, [said, never]).Actions)).toEqual(['hello']);
    const leading = say('hello', { Text: 'Hello' }, SORRY);
    expect(idsOf(wholeFlow('Test', context, [leading, never]).Actions)).toEqual([
      'hello',
      SORRY,
      HANG_UP,
    ]);
  });
});

describe('names', () => {
  it('of flows come from their blocks', () => {
    expect([waitingFlow('sales'), partFlow('menu-2'), flowPath('wait-sales')]).toEqual([
      'wait-sales',
      'part-menu-2',
      '$.Attributes.flow_wait_sales',
    ]);
  });

  it('of values are where Connect keeps them; what objects inherit is no value of a call', () => {
    expect([valuePath('caller'), valuePath('identity'), valuePath('order-state')]).toEqual([
      '$.CustomerEndpoint.Address',
      '$.Attributes.identity',
      '$.Attributes.v_order_state',
    ]);
    expect(valuePath('constructor')).toBe('$.Attributes.v_constructor');
  });
});

describe('what flows say on their own (NEW-15)', () => {
  it.each(CALL_LANGUAGES)('is there in every word, in %s', (language) => {
    const { voice, ...texts } = SPOKEN_TEXTS[language];
    const all = { ...texts, ...SYSTEM_TEXTS[language] };

    expect(Object.values(all).every((text) => text.trim() !== '')).toBe(true);
    expect(texts.languageCode.startsWith(`${language}-`)).toBe(true);
    expect(voice.engine).toBe('Neural');
  });

  it('is said in no other language', () => {
    const words = CALL_LANGUAGES.flatMap((language) => {
      const { voice: _, ...texts } = SPOKEN_TEXTS[language];
      return Object.values({ ...texts, ...SYSTEM_TEXTS[language] });
    });

    expect(new Set(words).size).toBe(words.length);
  });
});

describe('the flow of an agent’s transfer to another queue', () => {
  it('ends when the queue is full or gone: the agent still has the caller', () => {
    const { Actions, StartAction } = renderQueueTransferFlow();

    expect(StartAction).toBe('transfer');
    expect(targets(find(Actions, 'transfer'))).toEqual(['hang-up', 'hang-up', 'hang-up']);
    expect(find(Actions, 'hang-up')?.Type).toBe('DisconnectParticipant');
  });
});
