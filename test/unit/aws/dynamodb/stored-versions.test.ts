import { describe, expect, it } from 'vitest';
import {
  asAttempt,
  asRecord,
  attemptItem,
  recordItem,
} from '../../../../lib/aws/dynamodb/record-items.ts';
import { type Instant, toIso } from '../../../../lib/domain/model/instant.ts';
import { anAttempt, aRecord, at } from '../../../support/records.ts';

/** As version 0.1.0 wrote them, when every attempt was a call. */
const CALL = {
  pk: 'spring/ann',
  sk: 'attempt#a1',
  campaign: 'spring',
  record: 'ann',
  id: 'a1',
  version: 3,
  phone: '+48221000001',
  callerId: 'main',
  orderedAt: 1000,
  marks: { initiated: 1000, connectedToSystem: 2000 },
  settled: false,
  ruleApplied: false,
  parameters: {},
};
const utcDay = (moment: Instant) => toIso(moment).slice(0, 10);
const RECORD = {
  pk: 'spring/ann',
  sk: 'record',
  bucket: 'flight#spring',
  at: 9000,
  campaign: 'spring',
  record: 'ann',
  version: 4,
  state: 'being-contacted',
  attempts: 2,
  calls: { 'not-answered': 1 },
  current: { attempt: 'a1', phase: 'answered', since: 2000, deadline: 9000 },
};

describe('state that an earlier version wrote', () => {
  it('is read as a contact by voice: number, own number and timestamps', () => {
    const { pk: _, sk: __, phone, callerId, marks, ...rest } = CALL;

    expect(asAttempt(CALL)).toStrictEqual({
      ...rest,
      channel: 'voice',
      direction: 'outbound',
      endpoint: phone,
      sender: callerId,
      timestamps: marks,
    });
  });

  it('keeps a customer’s call inbound, and a call without an own number without one', () => {
    const { callerId: _, ...inbound } = { ...CALL, direction: 'inbound', phone: '' };

    expect(asAttempt(inbound)).toMatchObject({ direction: 'inbound', endpoint: '' });
    expect('sender' in asAttempt(inbound)).toBe(false);
  });

  it.each([
    ['placed', 'started'],
    ['answered', 'connected'],
    ['ordered', 'ordered'],
    ['wrap-up', 'wrap-up'],
    ['ended', 'ended'],
  ])('has phase %s as %s, and its counts of calls as endings', (before, now) => {
    const stored = { ...RECORD, current: { ...RECORD.current, phase: before } };

    expect(asRecord(stored)).toMatchObject({
      endings: { 'not-answered': 1 },
      current: { attempt: 'a1', phase: now, since: 2000, deadline: 9000 },
    });
    expect('calls' in asRecord(stored)).toBe(false);
  });

  it('of a record that no attempt has stays without one', () => {
    const { current: _, ...rest } = RECORD;

    expect('current' in asRecord(rest)).toBe(false);
  });

  it('of today is read as it was written', () => {
    const record = aRecord('ann');
    const attempt = anAttempt(record, 'a1', { timestamps: { initiated: at(1) } });

    expect(asRecord(recordItem(record))).toStrictEqual(record);
    expect(asAttempt(attemptItem(attempt, { dayOf: utcDay, shards: 1 }))).toStrictEqual(attempt);
  });
});
