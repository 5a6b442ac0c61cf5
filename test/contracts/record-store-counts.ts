// Counts: kept by every commit, never counted again from the records; their sums reconcile.
import { describe, expect, it } from 'vitest';
import type { Counts } from '../../lib/domain/campaigns/campaign-state.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import { isOver, RECORD_STATES } from '../../lib/domain/model/record.ts';
import { seededRandom } from '../../lib/simulation/random.ts';
import { addition, anAttempt, aRecord, aText, changed, taken } from '../support/records.ts';
import type { Stores } from './record-store.ts';

const spring = campaignId('spring');

/** A counter at zero may be left out. */
const withoutZeros = (counts: Counts) =>
  Object.fromEntries(Object.entries(counts).filter(([, count]) => count !== 0));

export function recordStoreCounts(name: string, make: () => Promise<Stores>): void {
  describe(`record store, counts: ${name}`, () => {
    it('counts nothing of a campaign without records', async () => {
      const { records } = await make();

      expect(withoutZeros(await records.counts(spring))).toEqual({});
    });

    it('counts records by state, calls by status, successes and messages', async () => {
      const { records } = await make();
      const ann = aRecord('ann');
      const called = taken(ann);
      const attempt = anAttempt(ann);
      const text = aText(ann);
      await records.commit(addition(ann));
      await records.commit(addition(aRecord('ben')));
      await records.commit({
        before: ann,
        after: called,
        entries: [],
        attempt: { before: undefined, after: attempt },
      });
      const duringCall = withoutZeros(await records.counts(spring));

      const { current: _, ...left } = called;
      await records.commit({
        before: called,
        after: changed(left, { state: 'closed', success: true, endings: { answered: 1 } }),
        entries: [],
        attempt: { before: attempt, after: { ...attempt, version: 2, status: 'answered' } },
        messages: [{ before: undefined, after: text }],
      });

      expect(duringCall).toEqual({ new: 1, 'being-contacted': 1 });
      expect(withoutZeros(await records.counts(spring))).toEqual({
        new: 1,
        closed: 1,
        success: 1,
        'call:answered': 1,
        'message:sms:ordered': 1,
      });
    });

    it('counts a call once, however often its attempt changes afterwards', async () => {
      const { records } = await make();
      const ann = aRecord('ann');
      const called = changed(ann);
      const settled = anAttempt(ann, 'a1', { status: 'busy', settled: true });
      await records.commit(addition(ann));
      await records.commit({
        before: ann,
        after: called,
        entries: [],
        attempt: { before: undefined, after: settled },
      });

      await records.commit({
        before: called,
        after: changed(called),
        entries: [],
        attempt: { before: settled, after: { ...settled, version: 2, ruleApplied: true } },
      });

      expect(withoutZeros(await records.counts(spring))).toEqual({ new: 1, 'call:busy': 1 });
    });

    it('counts a call once its record goes on without it, also when the change does not name it', async () => {
      const { records } = await make();
      const ann = aRecord('ann');
      const called = taken(ann);
      const begun = anAttempt(ann);
      const busy = { ...begun, version: 2, status: 'busy' } as const;
      await records.commit(addition(ann));
      await records.commit({
        before: ann,
        after: called,
        entries: [],
        attempt: { before: undefined, after: begun },
      });
      const over = changed(called);
      await records.commit({
        before: called,
        after: over,
        entries: [],
        attempt: { before: begun, after: busy },
      });
      const whileRuleRuns = withoutZeros(await records.counts(spring));

      const { current: _, ...left } = changed(over, { state: 'closed' });
      await records.commit({ before: over, after: left, entries: [] });

      expect(whileRuleRuns).toEqual({ 'being-contacted': 1 });
      expect(withoutZeros(await records.counts(spring))).toEqual({ closed: 1, 'call:busy': 1 });
      expect(await records.loadAttempt(ann, begun.id)).toEqual(busy);
    });

    it('counts nothing of a change that was refused', async () => {
      const { records } = await make();
      const ann = aRecord('ann');
      await records.commit(addition(ann));

      await records.commit(addition(ann));
      await records.commit({ before: changed(ann), after: changed(changed(ann)), entries: [] });

      expect(withoutZeros(await records.counts(spring))).toEqual({ new: 1 });
    });

    it('reconciles with the records after many changes', async () => {
      const { records } = await make();
      const random = seededRandom('counts');
      const people = Array.from({ length: 6 }, (_, i) => aRecord(`r${i}`));
      for (const person of people) await records.commit(addition(person));

      for (let i = 0; i < 60; i++) {
        const n = Math.floor(random.next() * people.length);
        const before = people[n] ?? aRecord();
        const state = RECORD_STATES[Math.floor(random.next() * RECORD_STATES.length)] ?? 'new';
        const after = changed(before, { state, success: isOver(state) });
        await records.commit({ before, after, entries: [] });
        people[n] = after;
      }

      const expected: Record<string, number> & { success?: number } = {};
      for (const { state, success } of people) {
        expected[state] = (expected[state] ?? 0) + 1;
        if (success) expected.success = (expected.success ?? 0) + 1;
      }
      expect(withoutZeros(await records.counts(spring))).toEqual(expected);
    });
  });
}
