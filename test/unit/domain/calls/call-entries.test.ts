import { describe, expect, it } from 'vitest';
import {
  callEntries,
  settledEntry,
  unhandledEntry,
} from '../../../../lib/domain/calls/call-entries.ts';
import type { CallNews } from '../../../../lib/domain/calls/call-events.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { ContactTimestamps } from '../../../../lib/domain/model/contact-timestamps.ts';
import { anAttempt, aRecord, at, NOW } from '../../../support/records.ts';
import { CONTACT, EVA } from './a-call.ts';

const record = aRecord();
const call = (changes: Partial<Attempt> = {}) => anAttempt(record, 'a1', changes);
const inbound: Partial<Attempt> = {
  direction: 'inbound',
  inbound: { ivr: 'reception', identity: 'several' },
};
const entries = (news: CallNews, attempt: Attempt, queue?: string) =>
  callEntries(news, attempt, { contact: CONTACT, queue }, at(99));

describe('what the journal says about a call', () => {
  it.each<[CallNews, keyof ContactTimestamps, string]>([
    ['placed', 'initiated', 'call.placed'],
    ['answered-by-customer', 'connectedToSystem', 'call.answered'],
    ['routed', 'enqueued', 'call.routed'],
    ['answered-by-agent', 'connectedToAgent', 'call.answered'],
    ['ended', 'disconnected', 'call.ended'],
  ])('%s: happened when Connect says, and without its word now', (news, mark, type) => {
    const told = entries(news, call({ timestamps: { [mark]: at(7) } }));

    expect(told).toMatchObject([{ type, at: at(7), attempt: 'a1' }]);
    expect(entries(news, call())).toMatchObject([{ type, at: at(99), attempt: 'a1' }]);
  });

  it('names the contact of a placed call, and the agent who answered', () => {
    expect(entries('placed', call())).toMatchObject([{ contact: CONTACT }]);
    expect(entries('answered-by-agent', call({ agent: EVA }))).toMatchObject([
      { by: 'agent', agent: EVA },
    ]);
    expect(entries('answered-by-agent', call())[0]).not.toHaveProperty('agent');
  });

  it('does not say that customers who call answer', () => {
    expect(entries('answered-by-customer', call(inbound))).toEqual([]);
    expect(entries('answered-by-customer', call())).toMatchObject([{ by: 'customer' }]);
  });

  it('is nothing about the end of a wrap-up: the settlement says it', () => {
    expect(entries('wrap-up-ended', call())).toEqual([]);
  });

  it('names the queue, when Connect does', () => {
    expect(entries('routed', call(), 'sales')).toMatchObject([{ queue: 'sales' }]);
    expect(entries('routed', call())).toEqual([{ type: 'call.routed', at: at(99), attempt: 'a1' }]);
  });

  it('says with what the agent’s window opens for a caller (INB-2, IVR-6, IVR-9)', () => {
    const waiting = { queue: 'sales', level: 5, survey: true } as const;
    const small = { ...inbound.inbound, waiting: { ...waiting, window: 'small', ticket: 'T-1' } };

    expect(entries('routed', call(inbound))).toMatchObject([
      { identity: 'several', window: 'full' },
    ]);
    expect(entries('routed', call({ ...inbound, ...{ inbound: small as never } }))).toMatchObject([
      { identity: 'several', window: 'small', ticket: 'T-1' },
    ]);
  });

  it.each([
    [undefined, undefined],
    [at(10), 62],
    [at(71.6), 0],
    [at(71.4), 1],
  ])('counts seconds of talk from the agent: from %s, %s s', (connectedToAgent, talkSeconds) => {
    const timestamps = { connectedToAgent, disconnected: at(72) };
    const ended = call({ timestamps, status: 'answered', disconnectReason: 'AGENT_DISCONNECT' });

    expect(entries('ended', ended)).toEqual([
      {
        type: 'call.ended',
        at: at(72),
        attempt: 'a1',
        status: 'answered',
        reason: 'AGENT_DISCONNECT',
        talkSeconds,
      },
    ]);
  });
});

describe('a settled attempt', () => {
  const settings = { now: NOW, rule: 'rule' };

  it('names the rule that follows, and whether an agent classified it', () => {
    expect(settledEntry(call({ status: 'busy' }), settings, record)).toEqual({
      type: 'attempt.settled',
      at: NOW,
      attempt: 'a1',
      status: 'busy',
      classified: false,
      rule: 'rule',
    });
    expect(settledEntry(call({ classifier: 'sold' }), settings, record)).toMatchObject({
      classified: true,
      status: 'error',
    });
  });

  it('of a customer’s call is followed by no rule (CBR-1)', () => {
    expect(settledEntry(call(inbound), settings, record).rule).toBeUndefined();
  });

  it('carries the parameters that rules added, those of the call over those of the number', () => {
    const added = { parameters: { a: '1', b: '1' }, callParameters: { b: '2' } };

    expect(settledEntry(call(), settings, { ...record, ...added }).parameters).toEqual({
      a: '1',
      b: '2',
    });
  });

  it('is unhandled by the agent who had it, where one is known', () => {
    expect(unhandledEntry(call({ agent: EVA }), NOW)).toEqual({
      type: 'record.unhandled',
      at: NOW,
      attempt: 'a1',
      agent: EVA,
    });
    expect(unhandledEntry(call(), NOW)).not.toHaveProperty('agent');
  });
});
