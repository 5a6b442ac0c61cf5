import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Counts } from '../../../../lib/domain/campaigns/campaign-state.ts';
import { countsDelta, leftToDial, open, total } from '../../../../lib/domain/campaigns/counts.ts';
import type { Attempt } from '../../../../lib/domain/model/attempt.ts';
import { RECORD_STATES, type RecordState } from '../../../../lib/domain/model/record.ts';
import { CALL_STATUSES } from '../../../../lib/language/schema/rule.ts';
import { anAttempt, aRecord, aText, NOW } from '../../../support/records.ts';

const added = (counts: Counts, delta: Counts): Counts => {
  const sum: Record<string, number> = { ...counts };
  for (const [key, by] of Object.entries(delta)) sum[key] = (sum[key] ?? 0) + by;
  return sum;
};

describe('what a change does to the counters', () => {
  const record = aRecord();
  const attempt = anAttempt(record);
  const change = (before: Partial<Attempt>, after: Partial<Attempt>) =>
    countsDelta({
      before: record,
      after: record,
      attempt: { before: { ...attempt, ...before }, after: { ...attempt, ...after } },
    });

  it('is nothing where nothing counted has changed', () => {
    expect(countsDelta({ before: record, after: { ...record, weight: 9 } })).toEqual({});
    expect(change({ status: 'busy' }, { status: 'busy' })).toEqual({});
    expect(change({}, {})).toEqual({});
  });

  it('counts a record as being contacted from its order until its rule has decided, and its call then', () => {
    const { nextContact: _, ...called } = record;
    const current = { attempt: attempt.id, since: NOW, deadline: NOW } as const;
    const ringing = {
      ...called,
      state: 'being-contacted',
      current: { ...current, phase: 'started' },
    } as const;
    const over = { ...ringing, current: { ...current, phase: 'ended' } } as const;
    const waits = { ...record, state: 'recall-scheduled' } as const;
    const busy = { ...attempt, status: 'busy' } as const;
    const applied = { ...busy, ruleApplied: true };
    const decided = { 'being-contacted': -1, 'recall-scheduled': 1, 'call:busy': 1 };

    expect(
      countsDelta({ before: ringing, after: over, attempt: { before: attempt, after: busy } }),
    ).toEqual({});
    expect(
      countsDelta({ before: over, after: waits, attempt: { before: busy, after: applied } }),
    ).toEqual(decided);
    expect(countsDelta({ before: over, after: waits, left: busy })).toEqual(decided);
  });

  it('moves a call whose status turned out to be another', () => {
    expect(change({ status: 'abandoned' }, { status: 'answered' })).toEqual({
      'call:abandoned': -1,
      'call:answered': 1,
    });
  });

  it('counts customers’ calls apart from ours', () => {
    const inbound = { direction: 'inbound' } as const;

    expect(change(inbound, { ...inbound, status: 'forwarded' })).toEqual({
      'inbound:forwarded': 1,
    });
  });

  it('takes back a success that a later classification is none of', () => {
    const sold = { ...record, success: true };

    expect(countsDelta({ before: sold, after: record })).toEqual({ success: -1 });
    expect(countsDelta({ before: sold, after: sold })).toEqual({});
  });

  it('counts messages by kind and state', () => {
    const text = aText(record);
    const messages = [
      { before: undefined, after: text },
      { before: { ...text, state: 'sent' }, after: { ...text, state: 'failed' } },
    ] as const;

    expect(countsDelta({ before: record, after: record, messages })).toEqual({
      'message:sms:ordered': 1,
      'message:sms:sent': -1,
      'message:sms:failed': 1,
    });
  });

  it('always adds up to the records there are, through any changes', () => {
    const anyStates = fc.array(
      fc.tuple(fc.integer({ min: 0, max: 4 }), fc.constantFrom(...RECORD_STATES)),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(anyStates, (moves) => {
        const records = new Map<number, RecordState>();
        let counts: Counts = {};
        for (const [n, state] of moves) {
          const was = records.get(n);
          const before = was && aRecord(`r${n}`, { state: was });
          counts = added(counts, countsDelta({ before, after: aRecord(`r${n}`, { state }) }));
          records.set(n, state);
        }

        const states = [...records.values()];
        const worked = ['closed', 'set-aside', 'blacklisted', 'deleted'];
        expect(total(counts)).toBe(records.size);
        expect(open(counts)).toBe(states.filter((state) => !worked.includes(state)).length);
        expect(leftToDial(counts)).toBe(
          states.filter((state) => state === 'new' || state === 'recall-scheduled').length,
        );
        expect(RECORD_STATES.every((state) => (counts[state] ?? 0) >= 0)).toBe(true);
      }),
    );
  });
});

describe('the figures of a campaign', () => {
  it('leave out everything that is no record', () => {
    const calls = Object.fromEntries(CALL_STATUSES.map((status) => [`call:${status}`, 7]));

    expect([total, open, leftToDial].map((count) => count({ ...calls, success: 3 }))).toEqual([
      0, 0, 0,
    ]);
  });
});
