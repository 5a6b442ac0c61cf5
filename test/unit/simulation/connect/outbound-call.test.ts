// The flows we emit, run as calls.

import { describe, expect, it } from 'vitest';
import {
  OUTBOUND_ATTRIBUTES,
  type OutboundFlowInput,
  renderOutboundFlow,
} from '../../../../lib/compiler/flows/outbound-flow.ts';
import {
  renderOutboundQueueFlow,
  waitRounds,
} from '../../../../lib/compiler/flows/outbound-queue-flow.ts';
import { type FlowContactFacts, newContact } from '../../../../lib/simulation/connect/contact.ts';
import { call, facts } from './flow-world.ts';

const input: OutboundFlowInput = {
  language: 'pl',
  recording: true,
  queuePriority: 5,
  queuePriorityLevels: [1, 9],
  hangUpOnVoicemail: true,
  hooks: { customerQueue: 'waiting', agentWhisper: 'whisper' },
};

const answered = (attributes: Record<string, string>, more: Partial<FlowContactFacts> = {}) =>
  newContact({
    ...facts,
    initiationMethod: 'API',
    attributes,
    outboundCallStatus: 'CallAnswered',
    ...more,
  });

describe('an answered call of the dialer', () => {
  const attributes = { [OUTBOUND_ATTRIBUTES.queueArn]: 'arn:queue/sales' };

  it('goes to the queue of its attributes, prepared and without a word', () => {
    const contact = answered(attributes);

    const { ending, said } = call(renderOutboundFlow(input), { contact });

    expect({ ending, said }).toEqual({ ending: { kind: 'queued' }, said: [] });
    expect(contact).toMatchObject({
      languageCode: 'pl-PL',
      voice: { id: 'Ola', engine: 'Neural', style: 'None' },
      recording: {
        RecordingBehavior: {
          RecordedParticipants: ['Agent', 'Customer'],
          IVRRecordingBehavior: 'Disabled',
        },
      },
      target: { arn: 'arn:queue/sales' },
      priority: 5,
    });
    expect(Object.fromEntries(contact.hooks)).toEqual({
      CustomerQueue: 'waiting',
      AgentWhisper: 'whisper',
    });
  });

  it('goes to the agent it names, when calls may name one (DIA-1)', () => {
    const mayName = renderOutboundFlow({ ...input, callsMayNameAgent: true });
    const named = answered({ ...attributes, agentArn: 'arn:agent/ann' });
    const unnamed = answered(attributes);

    call(mayName, { contact: named });
    call(mayName, { contact: unnamed });

    expect([named.target, unnamed.target]).toMatchObject([
      { kind: 'agent', arn: 'arn:agent/ann' },
      { kind: 'queue', arn: 'arn:queue/sales' },
    ]);
  });

  it.each([
    ['1', 1],
    ['9', 9],
    ['4', 5],
  ])('with the priority %s waits with priority %d (PRI-3)', (queuePriority, priority) => {
    const contact = answered({ ...attributes, queuePriority });

    call(renderOutboundFlow(input), { contact });

    expect(contact.priority).toBe(priority);
  });

  it.each(['VoicemailBeep', 'VoicemailNoBeep'] as const)('hangs up on %s', (outboundCallStatus) => {
    const contact = answered(attributes, { outboundCallStatus });

    const { ending, said } = call(renderOutboundFlow(input), { contact });

    expect({ ending, said }).toEqual({ ending: { kind: 'hang-up' }, said: [] });
  });

  it('goes to an agent when it is unclear who answered', () => {
    const contact = answered(attributes, { outboundCallStatus: 'NotDetected' });

    expect(call(renderOutboundFlow(input), { contact }).ending).toEqual({ kind: 'queued' });
  });

  it.each(['NoMatchingError', 'QueueAtCapacity'] as const)(
    'is never silent: %s is followed by an apology',
    (error) => {
      const { said, ending } = call(renderOutboundFlow({ ...input, apology: 'Przepraszamy.' }), {
        contact: answered(attributes),
        world: { queue: () => ({ kind: 'failed', error }) },
      });

      expect({ said, ending }).toEqual({ said: ['Przepraszamy.'], ending: { kind: 'hang-up' } });
    },
  );

  it('apologises when nobody said which queue is meant', () => {
    const { said } = call(renderOutboundFlow(input), { contact: answered({}) });

    expect(said).toEqual([
      'Przepraszamy, nie możemy teraz zrealizować tego połączenia. Do widzenia.',
    ]);
  });
});

describe('a callee who waits for an agent', () => {
  const waiting = (longestWaitSeconds: number) =>
    call(renderOutboundQueueFlow({ language: 'cs', longestWaitSeconds }), {
      type: 'CUSTOMER_QUEUE',
    });

  it('hears words at once', () => {
    expect(waiting(60).effects[0]).toMatchObject({
      kind: 'say-repeatedly',
      prompts: [
        {
          prompt: {
            kind: 'text',
            text: 'Nezavěšujte prosím, za okamžik vás spojíme s operátorem.',
          },
        },
        { prompt: { kind: 'ssml' }, ms: 10_000 },
      ],
    });
  });

  it.each([2, 45, 60, 1800, 7200])('is let go with a word after %d seconds (PRI-4)', (longest) => {
    const { effects, said, ending } = waiting(longest);

    const waited = effects.map((effect) =>
      effect.kind === 'say-repeatedly' ? (effect.interruptAfterSeconds ?? 0) : 0,
    );
    const { rounds, seconds } = waitRounds(longest);
    expect(waited.reduce((sum, part) => sum + part)).toBe(rounds * seconds);
    expect(said).toEqual(['Omlouváme se, všichni operátoři jsou obsazeni. Na shledanou.']);
    expect(ending).toEqual({ kind: 'hang-up' });
  });
});
