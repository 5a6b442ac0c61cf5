import { describe, expect, it } from 'vitest';
import { inboundStatus, mergeFacts } from '../../../../lib/domain/calls/call-events.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { ContactFacts } from '../../../../lib/domain/model/contact-facts.ts';
import { agentId, contactId } from '../../../../lib/domain/model/ids.ts';
import { anAttempt, aRecord, at } from '../../../support/records.ts';
import { CONTACT, dialed, EVA, hungUp, pickedUp, talking, wrappedUp } from './a-call.ts';

const TOM = agentId('tom');
const ordered = anAttempt(aRecord());
const call = (changes: Partial<Attempt>) => ({ ...ordered, contact: CONTACT, ...changes });
const inbound = { ivr: 'reception', identity: 'one' } as const;

describe('facts of a contact, merged into its attempt', () => {
  it('name the contact of an attempt that had none: the call was placed', () => {
    expect(mergeFacts(ordered, dialed)).toEqual({
      attempt: { ...ordered, contact: CONTACT, timestamps: { initiated: at(1) } },
      news: ['placed'],
      changed: true,
    });
  });

  it('are news in the order in which they happened, not in which they came', () => {
    expect(mergeFacts(ordered, wrappedUp).news).toEqual([
      'placed',
      'answered-by-customer',
      'routed',
      'answered-by-agent',
      'ended',
      'wrap-up-ended',
    ]);
  });

  it('never move a moment that is known', () => {
    const known = call({ timestamps: { connectedToSystem: at(10) } });

    const merged = mergeFacts(known, { ...pickedUp, connectedToSystem: at(11) });

    expect(merged.attempt.timestamps).toEqual({ initiated: at(1), connectedToSystem: at(10) });
    expect(merged.news).toEqual([]);
  });

  it('of another contact change nothing', () => {
    const known = call({});
    const other = { ...hungUp, contact: contactId('c-2') };

    expect(mergeFacts(known, other)).toEqual({ attempt: known, news: [], changed: false });
  });

  it('that are known already change nothing', () => {
    const { attempt } = mergeFacts(ordered, hungUp);

    expect(mergeFacts(attempt, hungUp)).toEqual({ attempt, news: [], changed: false });
  });

  it.each<[string, Partial<ContactFacts>]>([
    ['the reason it ended', { disconnectReason: 'TELECOM_BUSY' }],
    ['the verdict on machines', { machineDetection: 'VOICEMAIL_BEEP' }],
    ['the moment it was dialed', { initiated: at(1) }],
  ])('change the attempt when they add %s only', (_, more) => {
    const merged = mergeFacts(call({}), { contact: CONTACT, ...more });

    expect(merged.news).toEqual([]);
    expect(merged.changed).toBe(true);
  });

  it.each(['disconnectReason', 'machineDetection'] as const)('keep the first %s', (key) => {
    const known = call({ [key]: 'first' });

    expect(mergeFacts(known, { contact: CONTACT, [key]: 'second' }).attempt[key]).toBe('first');
  });
});

describe('the agent of a call', () => {
  it('is the one who took it, also when it was offered to another', () => {
    expect(mergeFacts(call({ agent: TOM }), talking).attempt.agent).toBe(EVA);
  });

  it('is the one it was offered to until somebody took it', () => {
    const { connectedToAgent: _, ...queued } = talking;

    expect(mergeFacts(call({ agent: TOM }), queued).attempt.agent).toBe(TOM);
    expect(mergeFacts(call({}), queued).attempt.agent).toBeUndefined();
  });

  it('stays, whoever it is transferred to', () => {
    const { attempt } = mergeFacts(ordered, talking);

    expect(mergeFacts(attempt, { ...hungUp, agent: TOM }).attempt.agent).toBe(EVA);
  });

  it('may be named later than the moment, and is a change then', () => {
    const { agent: _, ...nameless } = talking;
    const { attempt } = mergeFacts(ordered, nameless);

    const named = mergeFacts(attempt, talking);

    expect([attempt.agent, named.attempt.agent, named.changed]).toEqual([undefined, EVA, true]);
  });
});

describe('the status of a call', () => {
  it('is there once the call is over', () => {
    expect(mergeFacts(ordered, talking).attempt.status).toBeUndefined();
    expect(mergeFacts(ordered, hungUp).attempt.status).toBe('answered');
  });

  it('stays once the call is settled: the rule may have decided on it', () => {
    const settled = call({ settled: true, status: 'error' });

    expect(mergeFacts(settled, hungUp).attempt.status).toBe('error');
  });

  it('may still change before: a late event says that an agent had it', () => {
    const { connectedToAgent: _, agent: __, ...early } = hungUp;
    const first = mergeFacts(ordered, early).attempt;

    expect([first.status, mergeFacts(first, hungUp).attempt.status]).toEqual([
      'abandoned',
      'answered',
    ]);
  });

  it.each<['answered' | 'forwarded' | 'abandoned', Partial<Attempt>]>([
    ['answered', { timestamps: { connectedToAgent: at(5), disconnected: at(9) } }],
    ['abandoned', { timestamps: { connectedToSystem: at(1), disconnected: at(9) } }],
    [
      'forwarded',
      {
        timestamps: { disconnected: at(90) },
        inbound: {
          ...inbound,
          forwarding: { block: 'out', begin: at(1), ringsUntil: at(20), outcome: 'taken' },
        },
      },
    ],
  ])('of a customer’s call is %s', (status, changes) => {
    const theirs = call({ direction: 'inbound', inbound, ...changes });

    expect(inboundStatus(theirs)).toBe(status);
    expect(mergeFacts(theirs, { contact: CONTACT, disconnected: at(90) }).attempt.status).toBe(
      status,
    );
  });
});
