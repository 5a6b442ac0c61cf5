import { describe, expect, it } from 'vitest';
import {
  type OutboundFlowInput,
  renderOutboundFlow,
} from '../../../../lib/compiler/flows/outbound-flow.ts';
import { expectGoldenFlow } from './golden-flow.ts';

const plain: OutboundFlowInput = { language: 'en', recording: false, queuePriority: 5 };

const everything: OutboundFlowInput = {
  language: 'pl',
  voice: { id: 'Ewa', engine: 'Generative' },
  logging: true,
  recording: true,
  hangUpOnVoicemail: true,
  queuePriority: 5,
  queuePriorityLevels: [1, 5, 9],
  hooks: {
    customerQueue: '${Token[CustomerQueueFlow.1]}',
    customerWhisper: '${Token[CustomerWhisperFlow.2]}',
    agentWhisper: '${Token[AgentWhisperFlow.3]}',
  },
  apology: 'Przepraszamy.',
};

describe('the flow of answered outbound calls', () => {
  it('hands the call to the queue named by its attributes', () => {
    expectGoldenFlow('outbound-plain', renderOutboundFlow(plain));
  });

  it('sets logging, voice, recording, hooks and one of several priorities when asked to', () => {
    expectGoldenFlow('outbound-everything', renderOutboundFlow(everything));
  });

  it('hands a call that names an agent to that agent alone (DIA-1)', () => {
    expectGoldenFlow('outbound-agent', renderOutboundFlow({ ...plain, callsMayNameAgent: true }));
  });

  it('records the calls of the campaigns that ask for it, and no others (CAM-22)', () => {
    const recordedCampaigns = ['spring', 'autumn'];
    const flow = renderOutboundFlow({ ...plain, recordedCampaigns });

    expectGoldenFlow('outbound-recorded', flow);
    const action = (id: string) => flow.Actions.find((each) => each.Identifier === id);
    const asked = action('is-recorded');
    expect(asked?.Parameters).toEqual({ ComparisonValue: '$.Attributes.campaign' });
    expect(asked?.Transitions).toMatchObject({
      NextAction: 'set-recording',
      Conditions: recordedCampaigns.map((campaign) => ({
        NextAction: 'record-the-call',
        Condition: { Operator: 'Equals', Operands: [campaign] },
      })),
    });
    expect(action('record-the-call')?.Parameters).toMatchObject({
      RecordingBehavior: { RecordedParticipants: ['Agent', 'Customer'] },
    });
    expect(action('set-recording')?.Parameters).toMatchObject({
      RecordingBehavior: { RecordedParticipants: [] },
    });
  });

  it('speaks Czech with the only Czech voice, which is neural (NEW-15)', () => {
    const flow = renderOutboundFlow({ ...plain, language: 'cs' });

    const voice = flow.Actions.find((action) => action.Identifier === 'set-voice');

    expect(voice?.Parameters).toEqual({ TextToSpeechVoice: 'Jitka', TextToSpeechEngine: 'Neural' });
  });

  it('leads every error to an apology, and the apology to the end of the call', () => {
    const flow = renderOutboundFlow({
      ...everything,
      hangUpOnVoicemail: false,
      queuePriorityLevels: [],
    });

    const targets = flow.Actions.flatMap((action) =>
      (action.Transitions?.Errors ?? []).map((error) => [action.Identifier, error.NextAction]),
    );

    expect(targets).toEqual([
      ['set-voice', 'apologise'],
      ['set-language', 'apologise'],
      ['hook-customer-queue', 'apologise'],
      ['hook-customer-whisper', 'apologise'],
      ['hook-agent-whisper', 'apologise'],
      ['take-the-queue', 'apologise'],
      ['queue-the-call', 'apologise'],
      ['queue-the-call', 'apologise'],
      ['apologise', 'hang-up'],
    ]);
  });

  it('renders the same bytes from the same input', () => {
    expect(JSON.stringify(renderOutboundFlow(everything))).toBe(
      JSON.stringify(renderOutboundFlow(structuredClone(everything))),
    );
  });
});
