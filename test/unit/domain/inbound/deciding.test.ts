import { describe, expect, it } from 'vitest';
import { type CallBackFacts, callBackOf } from '../../../../lib/domain/calls/call-back.ts';
import { identify, recognise } from '../../../../lib/domain/inbound/identify.ts';
import { reservationOf } from '../../../../lib/domain/inbound/reservation.ts';
import { messagePosition } from '../../../../lib/domain/inbound/voicemail.ts';
import type { AgentPresence } from '../../../../lib/domain/model/agent.ts';
import { agentId } from '../../../../lib/domain/model/ids.ts';
import { anAttempt, aRecord, at, NOW } from '../../../support/records.ts';

describe('whose call it is (IVR-12)', () => {
  it('follows from how many records have the number, with what was looked at', () => {
    const [ann, ben] = [aRecord('ann'), aRecord('ben', { lastContact: at(-60) })];

    expect(identify([], true)).toEqual({
      identity: 'none',
      gates: [
        { gate: 'number-shown', passed: false, saw: 'withheld' },
        { gate: 'records-with-number', passed: false, saw: 0, wanted: 1 },
      ],
    });
    expect(identify([ann], false)).toMatchObject({ identity: 'one', holder: ann });
    expect(identify([ann, ben], false)).toMatchObject({ identity: 'several', holder: ben });
  });

  it('is the record touched last when none was in contact yet', () => {
    const [ann, ben] = [aRecord('ann'), aRecord('ben', { updatedAt: at(1) })];

    expect(identify([ann, ben], false).holder).toBe(ben);
    expect(identify([aRecord('zoe'), ann], false).holder).toBe(ann);
  });

  it('is settled by a value only when one record is left', () => {
    const [ann, ben] = [
      aRecord('ann', { phones: [{ value: '+48600000001', isDefault: true }] }),
      aRecord('ben', { phones: [{ value: '+48600000002', isDefault: true }] }),
    ];

    expect(recognise([ann], '+48600000009').recognised).toBe(ann);
    expect(recognise([ann, ben], '+48600000002').recognised).toBe(ben);
    expect(recognise([ann, ben], '+48600000009').recognised).toBeUndefined();
    expect(recognise([], '+48600000001').recognised).toBeUndefined();
  });
});

describe('the agent a caller waits for (INB-10, INB-11)', () => {
  const presence = (agent: string, activity: AgentPresence['activity']): AgentPresence => ({
    agent: agentId(agent),
    arn: `arn:${agent}`,
    group: 'team',
    activity,
    since: NOW,
    eventAt: NOW,
  });
  const record = { privateTo: agentId('tom'), lastAgent: agentId('eva') };

  it.each([
    ['both are there', 'free', 'free', 'private'],
    ['the owner talks', 'talking', 'free', 'private'],
    ['the owner has a break', 'break', 'free', 'private'],
    ['the owner has left', 'offline', 'wrap-up', 'last'],
    ['both have left', 'offline', 'offline', 'none'],
  ] as const)('when %s: %s, %s → %s', (_, tom, eva, kind) => {
    const agents = [presence('tom', tom), presence('eva', eva)];

    expect(reservationOf({ record, privateAgent: 60, lastAgent: 30, agents }).kind).toBe(kind);
  });

  it('is nobody for a caller without a record', () => {
    expect(reservationOf({ privateAgent: 60, lastAgent: 30, agents: [] })).toEqual({
      kind: 'none',
      gates: [],
    });
  });
});

describe('a call back (INB-13)', () => {
  const facts: CallBackFacts = {
    record: { fields: {} },
    phone: '+48600000001',
    took: { state: 'closed' },
    setting: { callBack: 'always', placesCalls: true, zone: 'Europe/Warsaw' },
    now: NOW,
  };

  it('follows a missed call on a closed record, too', () => {
    expect(callBackOf(facts).verdict).toEqual({ kind: 'at', at: NOW, phone: '+48600000001' });
  });

  it.each([
    ['the record is blacklisted', { took: { state: 'blacklisted' } }, 'record-free'],
    ['the number is withheld', { phone: '' }, 'number-shown'],
    ['the number costs a multiple', { phone: '+48700100200' }, 'number-kind'],
    [
      'the last date is over (CAM-9)',
      { setting: { ...facts.setting, lastDate: '2026-03-01' } },
      'last-date',
    ],
  ] as const)('is none when %s', (_, changes, gate) => {
    const { verdict, gates } = callBackOf({ ...facts, ...changes });

    expect(verdict.kind).toBe('none');
    expect(gates.filter(({ passed }) => !passed).map((each) => each.gate)).toEqual([gate]);
  });
});

describe('where a message lies in the recording', () => {
  const mark = { block: 'first', begin: at(10), end: at(16) };
  const call = (changes = {}) => anAttempt(aRecord(), 'a1', changes);

  it.each([
    ['from Connect’s beginning', mark, {}, at(4), 30, { from: 6, to: 12 }],
    [
      'to the end of the call',
      { ...mark, end: undefined },
      { timestamps: { disconnected: at(14) } },
      at(4),
      10,
      { from: 6, to: 10 },
    ],
    [
      'the whole, when nothing is known',
      { ...mark, end: undefined },
      {},
      undefined,
      9,
      { from: 0, to: 9 },
    ],
    [
      'to the end of the recording, when only that is known',
      { ...mark, end: undefined },
      {},
      at(8),
      9,
      { from: 2, to: 9 },
    ],
  ])('is %s', (_, { end, ...rest }, changes, begunAt, length, expected) => {
    const its = { ...rest, end };

    expect(messagePosition(its, call(changes), begunAt, length)).toEqual(expected);
  });
});
