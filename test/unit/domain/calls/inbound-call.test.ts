// Calls of customers on their way through the settlement, and the ends of calls that only the
// sweeper sees.
import { describe, expect, it } from 'vitest';
import {
  applyContactFacts,
  type CallSettings,
  classifiedCallLost,
  failedCall,
  leftByRule,
  refused,
  remind,
  wrapUpRanOut,
} from '../../../../lib/domain/calls/settlement.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import type { ContactFacts } from '../../../../lib/domain/model/contact-facts.ts';
import type { InboundCall } from '../../../../lib/domain/model/inbound-call.ts';
import type { CampaignRecord } from '../../../../lib/domain/model/record.ts';
import { anAttempt, aRecord, at, NOW, taken } from '../../../support/records.ts';
import {
  CONTACT,
  dialed,
  EVA,
  hungUp,
  lostInQueue,
  pickedUp,
  queued,
  rangOut,
  SETTINGS,
  talking,
  tell,
  wrappedUp,
} from './a-call.ts';

const types = (entries: readonly { readonly type: string }[]) => entries.map(({ type }) => type);
const reception: InboundCall = { ivr: 'reception', identity: 'one', took: { state: 'closed' } };
const inbound: CallSettings = {
  times: { ringFor: 3600, longestWait: 3600, wrapUp: 40 },
  inbound: {
    callBack: { callBack: 'always', placesCalls: true, zone: 'Europe/Warsaw' },
    protectClosed: false,
  },
  now: NOW,
};
const held = taken(aRecord(), 'in-1', { phase: 'connected', inbound: {} });
const theirs = (changes: Partial<Attempt> = {}) =>
  anAttempt(held, 'in-1', {
    direction: 'inbound',
    contact: CONTACT,
    inbound: reception,
    ...changes,
  });
const came = (facts: readonly ContactFacts[], record: CampaignRecord = held, attempt = theirs()) =>
  tell(record, attempt, facts, inbound);

describe('a customer’s call, as its events come in', () => {
  it('is connected from the start, and the record says in which queue the caller waits', () => {
    const waits = came([dialed, pickedUp, queued]).record.current;

    expect(waits).toMatchObject({ phase: 'connected', inbound: { waitsIn: 'sales' } });
    expect(came([dialed]).record.current).toMatchObject({ phase: 'connected', inbound: {} });
  });

  it('keeps the queue while an agent has the call', () => {
    const { queue: _, ...withoutQueue } = talking;

    expect(came([queued, withoutQueue]).record.current).toMatchObject({
      phase: 'with-agent',
      inbound: { waitsIn: 'sales' },
    });
  });

  it('counts as no call of the dialer (CBR-6), but as a contact with its agent', () => {
    const { record } = came([talking, hungUp]);

    expect(record).toMatchObject({
      attempts: 0,
      endings: {},
      lastContact: at(72),
      lastAgent: EVA,
      state: 'in-wrap-up',
    });
    expect(record.lastCall).toBeUndefined();
  });

  it('is settled at once when no agent took it, and followed by a call back, not by a rule', () => {
    const { record, attempt, entries } = came([queued, lostInQueue]);

    expect(types(entries)).toEqual([
      'call.routed',
      'call.ended',
      'call.missed',
      'record.recall-scheduled',
      'attempt.settled',
    ]);
    expect(record).toMatchObject({ state: 'recall-scheduled', nextContact: NOW });
    expect(attempt).toMatchObject({ settled: true, ruleApplied: true, status: 'abandoned' });
  });

  it('is settled when its wrap-up has ended, and unhandled unless it was classified (REC-9)', () => {
    const { record, attempt, entries } = came([wrappedUp]);

    expect(types(entries).slice(-2)).toEqual(['record.unhandled', 'attempt.settled']);
    expect(record.state).toBe('unhandled');
    expect(attempt).toMatchObject({ settled: true, ruleApplied: true });
  });

  it('frees no number: a caller’s is taken by nobody', () => {
    expect(applyContactFacts(held, theirs(), lostInQueue, inbound)?.freeNumber).toBeUndefined();
  });
});

describe('a customer’s call beside an attempt that has the record', () => {
  const other = taken(aRecord(), 'a1', { phase: 'with-agent' });
  const beside = theirs({ inbound: { ivr: 'reception', identity: 'one' } });

  it('is settled at its end, and leaves the record to the other', () => {
    const { record, attempt, entries } = came([lostInQueue], other, beside);

    expect(record.current).toEqual(other.current);
    expect(record.state).toBe('being-contacted');
    expect(attempt).toMatchObject({ settled: true, ruleApplied: true });
    expect(types(entries)).toEqual(['call.routed', 'call.ended', 'call.missed', 'attempt.settled']);
  });

  it('gives nothing back of what it took: others have the record by now', () => {
    const took = { ...reception, took: { state: 'recall-scheduled', nextContact: at(9) } } as const;

    const { record } = came([lostInQueue], other, theirs({ inbound: took }));

    expect(record).toMatchObject({ state: 'being-contacted', current: other.current });
  });

  it('waits for the end of its wrap-up, and is settled once', () => {
    const open = came([hungUp], other, beside);
    const over = came([wrappedUp], open.record, open.attempt);
    const late = { ...wrappedUp, machineDetection: 'HUMAN_ANSWERED' };

    expect(open.attempt.settled).toBe(false);
    expect(types(over.entries)).toEqual(['record.unhandled', 'attempt.settled']);
    expect(came([late], over.record, over.attempt).entries).toEqual([]);
  });
});

describe('a call of the dialer whose record another attempt has', () => {
  it('only gathers its moments', () => {
    const other = taken(aRecord(), 'a2');

    const { record, attempt, entries } = tell(other, anAttempt(other, 'a1'), [dialed, rangOut]);

    expect(record.current).toEqual(other.current);
    expect(attempt).toMatchObject({ settled: false, status: 'not-answered' });
    expect(types(entries)).toEqual(['call.placed', 'call.ended']);
  });
});

describe('a call that was classified while it went on', () => {
  const record = taken(aRecord(), 'a1', { phase: 'with-agent' });
  const classified = anAttempt(record, 'a1', {
    contact: CONTACT,
    classifier: 'sold',
    status: 'answered',
    settled: true,
    timestamps: { initiated: at(1), connectedToAgent: at(12) },
  });

  it('waits for its end, then for its rule', () => {
    const open = tell(record, classified, [queued]);
    const over = tell(open.record, open.attempt, [hungUp]);

    expect(open.record.current).toMatchObject({ phase: 'with-agent' });
    expect(over.record.current).toMatchObject({ phase: 'ended' });
    expect(types(over.entries)).toEqual(['call.ended', 'attempt.settled']);
  });

  it('is over without a rule when that has left the files', () => {
    const { rule: _, ...withoutRule } = SETTINGS;

    const { record: left, attempt } = tell(record, classified, [hungUp], withoutRule);

    expect(left.current).toBeUndefined();
    expect(attempt.ruleApplied).toBe(true);
  });

  it('keeps its number locked until it ends', () => {
    const open = applyContactFacts(record, classified, queued, SETTINGS);
    const over = applyContactFacts(record, classified, hungUp, SETTINGS);

    expect([open?.freeNumber, over?.freeNumber]).toEqual([
      undefined,
      { phone: '+48221000001', attempt: 'a1', calledUntil: hungUp.disconnected },
    ]);
  });

  it('and that Connect knows nothing of is over: its rule follows', () => {
    const change = classifiedCallLost(record, classified, SETTINGS);

    expect(change.after.current).toMatchObject({ phase: 'ended' });
    expect(types(change.entries)).toEqual(['attempt.settled']);
  });
});

describe('a person with several numbers (REC-5)', () => {
  const phones = ['+48221000001', '+48221000002', '+48221000003'].map((value, n) => ({
    value,
    isDefault: n === 0,
  }));
  const record = taken(aRecord('ann', { phones }));
  const attempt = anAttempt(record);
  const settings = {
    ...SETTINGS,
    nextNumber: { after: ['not-answered'], specialNumbers: [] },
  } as const;

  it('is called on the next one at once, before the rule decides anything', () => {
    const told = tell(record, attempt, [dialed, rangOut], settings);

    expect(told.record).toMatchObject({
      state: 'recall-scheduled',
      nextContact: NOW,
      callBackTo: '+48221000002',
      attempts: 1,
    });
    expect(told.record.current).toBeUndefined();
    expect(told.attempt).toMatchObject({ settled: true, ruleApplied: true });
    expect(told.entries.at(-1)).toMatchObject({
      type: 'attempt.settled',
      nextNumber: 2,
      rule: undefined,
    });
  });

  it('is left to the rule after the last one', () => {
    const last = { ...attempt, endpoint: '+48221000003' };

    const told = tell(record, last, [dialed, rangOut], settings);

    expect(told.record.current).toMatchObject({ phase: 'ended' });
    expect(told.entries.at(-1)).toMatchObject({ rule: 'rule' });
  });

  it('is called on no other number when nobody knows what became of the call', () => {
    const after = { ...settings, nextNumber: { after: ['error'], specialNumbers: [] } } as const;

    expect(failedCall(record, attempt, 'lost', after).after.callBackTo).toBeUndefined();
    expect(refused(record, attempt, 'no', after).after.callBackTo).toBe('+48221000002');
  });
});

describe('the end of a call that Connect does not report', () => {
  it('of a customer’s call is a missed one, and counts as a contact only', () => {
    const change = failedCall(held, theirs(), 'unknown to Connect', inbound);

    expect(change.after).toMatchObject({ attempts: 0, endings: {}, lastContact: NOW });
    expect(types(change.entries)).toEqual([
      'call.ended',
      'call.missed',
      'record.recall-scheduled',
      'attempt.settled',
    ]);
    expect(change.attempt?.after).toMatchObject({
      status: 'abandoned',
      disconnectReason: 'unknown to Connect',
    });
  });

  it('is the last call to the number, which the pause before the next one counts from', () => {
    const record = taken(aRecord());

    const change = refused(record, anAttempt(record), 'NotAllowed', SETTINGS);

    expect(change.after.lastCall).toEqual({
      phone: '+48221000001',
      status: 'error',
      endedAt: NOW,
    });
  });

  it('of a wrap-up leaves a customer’s record unhandled', () => {
    const open = came([hungUp]);

    expect(wrapUpRanOut(open.record, open.attempt, inbound).after.state).toBe('unhandled');
  });
});

describe('a lost run of a rule', () => {
  const record = taken(aRecord());
  const told = tell(record, anAttempt(record), [dialed, rangOut]);

  it('is asked for again by another entry, without a change of the attempt', () => {
    const change = remind(told.record, told.attempt, SETTINGS);

    expect(change.attempt).toBeUndefined();
    expect(change.entries).toMatchObject([
      { type: 'attempt.settled', status: 'not-answered', rule: 'rule' },
    ]);
  });

  it('is not asked for once the rule has left the files: the record is set aside', () => {
    const { rule: _, ...withoutRule } = SETTINGS;

    const change = remind(told.record, told.attempt, withoutRule);

    expect(change.after).toMatchObject({ state: 'set-aside' });
    expect(change.attempt?.after).toMatchObject({
      ruleApplied: true,
      version: told.attempt.version + 1,
    });
    expect(change.entries).toMatchObject([
      { type: 'record.set-aside', because: 'the callback rule no longer exists' },
    ]);
  });
});

describe('what a rule leaves behind', () => {
  const record = taken(aRecord());
  const attempt = anAttempt(record);

  it.each(['closed', 'blacklisted', 'deleted'] as const)('is a %s record as it is', (state) => {
    const left = leftByRule({ ...record, state }, attempt, 'the end', NOW);

    expect(left.record).toMatchObject({ state });
    expect(left.record.current).toBeUndefined();
    expect(left.entries).toEqual([]);
  });

  it('is a record with its next call, free to be dialed', () => {
    const left = leftByRule({ ...record, nextContact: at(60) }, attempt, 'the end', NOW);

    expect(left.record.nextContact).toBe(at(60));
    expect(left.record.current).toBeUndefined();
  });

  it('is set aside, and not told to be so a second time', () => {
    const because = 'the end';
    const once = leftByRule(record, attempt, because, NOW);

    expect(once.entries).toEqual([{ type: 'record.set-aside', at: NOW, because, attempt: 'a1' }]);
    expect(leftByRule(once.record, attempt, because, NOW).entries).toEqual([]);
  });

  it('is unhandled when an agent spoke and did not classify', () => {
    const spoken = { ...attempt, timestamps: { connectedToAgent: at(5) } };

    expect(leftByRule(record, spoken, 'the end', NOW).record.state).toBe('unhandled');
    const classified = { ...spoken, classifier: 'noted' };
    expect(leftByRule(record, classified, 'the end', NOW).record.state).toBe('set-aside');
  });
});
