// What every store that reports are made of promises (lib/application/ports/report-store.ts).
import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../lib/application/ports/record-store.ts';
import type { RecallPosition, ReportStore } from '../../lib/application/ports/report-store.ts';
import type { Attempt } from '../../lib/domain/model/attempt.ts';
import { agentId, campaignId } from '../../lib/domain/model/ids.ts';
import { summedBy } from '../../lib/domain/reports/day-counts.ts';
import { summedWays } from '../../lib/domain/reports/way-counts.ts';
import { addition, anAttempt, aRecord, at, changed, taken } from '../support/records.ts';

interface Stores {
  readonly records: RecordStore;
  readonly reports: ReportStore;
}

const spring = campaignId('spring');
const DAY = 86_400;

/** A record that is added and called once, with how the call ended. */
export async function called(
  records: RecordStore,
  name: string,
  attempt: Partial<Attempt>,
): Promise<void> {
  const record = aRecord(name);
  await records.commit(addition(record));
  const begun = anAttempt(record, `${name}-1`, { orderedAt: attempt.orderedAt ?? at(0) });
  const calling = changed(record);
  await records.commit({
    before: record,
    after: calling,
    entries: [],
    attempt: { before: undefined, after: begun },
  });
  await records.commit({
    before: calling,
    after: changed(calling, { success: attempt.classifier === 'sold' }),
    entries: [],
    attempt: { before: begun, after: { ...begun, version: 2, ...attempt } },
  });
}

export function reportStoreContract(name: string, make: () => Promise<Stores>): void {
  describe(`report store: ${name}`, () => {
    it('has the figures of each day and agent, whose sums are the totals of the campaign (RPT-2)', async () => {
      const { records, reports } = await make();
      const eva = agentId('eva');
      await called(records, 'ann', { status: 'answered', agent: eva, classifier: 'sold' });
      await called(records, 'bob', { status: 'answered', agent: eva, classifier: 'lost' });
      await called(records, 'cid', { status: 'busy' });
      await called(records, 'dan', { status: 'busy', orderedAt: at(DAY) });

      const figures = await reports.figures(spring, '2026-03-02', '2026-03-03');
      const second = await reports.figures(spring, '2026-03-03', '2026-03-31');

      expect(
        figures.toSorted((a, b) => (a.day + (a.agent ?? '') < b.day + (b.agent ?? '') ? -1 : 1)),
      ).toEqual([
        { day: '2026-03-02', counts: { 'call:busy': 1 } },
        {
          day: '2026-03-02',
          agent: 'eva',
          counts: { 'call:answered': 2, 'classifier:sold': 1, 'classifier:lost': 1, success: 1 },
        },
        { day: '2026-03-03', counts: { 'call:busy': 1 } },
      ]);
      expect(second).toEqual([{ day: '2026-03-03', counts: { 'call:busy': 1 } }]);
      const [sum] = summedBy(
        [],
        figures.map((one) => ({ ...one, campaign: 'spring' })),
      );
      const totals = await records.counts(spring);
      for (const [what, count] of Object.entries(sum?.counts ?? {}))
        if (!what.startsWith('classifier:')) expect([what, totals[what]]).toEqual([what, count]);
    });

    it('has the figures of months apart, and of no other campaign', async () => {
      const { records, reports } = await make();
      await called(records, 'ann', { status: 'busy' });
      await called(records, 'bob', { status: 'busy', orderedAt: at(60 * DAY) });

      const figures = await reports.figures(spring, '2026-02-01', '2026-06-30');

      expect(figures.map(({ day }) => day).toSorted()).toEqual(['2026-03-02', '2026-05-01']);
      expect(await reports.figures(campaignId('sprin'), '2026-02-01', '2026-06-30')).toEqual([]);
    });

    it('has how many went which way through a rule on a day, version by version', async () => {
      const { records, reports } = await make();
      const path = ['status', 'later'];
      for (const [name, version, seconds] of [
        ['ann', 'v1', 0],
        ['bob', 'v1', 60],
        ['cid', 'v2', 60],
        ['dan', 'v1', DAY],
      ] as const) {
        const record = aRecord(name);
        const about = { attempt: `${name}-1`, rule: 'again', version, path, values: {} };
        await records.commit(addition(record));
        await records.commit({
          before: record,
          after: changed(record),
          entries: [{ type: 'rule.applied', at: at(seconds), ...about }],
        });
      }

      const rule = { kind: 'rule', id: 'again' } as const;
      const ways = await reports.ways(spring, '2026-03-02', rule);
      const others = await Promise.all([
        reports.ways(spring, '2026-03-02', { kind: 'ivr', id: 'again' }),
        reports.ways(spring, '2026-03-02', { kind: 'rule', id: 'agai' }),
        reports.ways(campaignId('sprin'), '2026-03-02', rule),
      ]);

      expect(
        ways.every(({ kind, id, day }) => `${kind} ${id} ${day}` === 'rule again 2026-03-02'),
      ).toBe(true);
      expect(summedWays(ways).toSorted((a, b) => (a.version < b.version ? -1 : 1))).toEqual([
        { version: 'v1', counts: { ' status': 2, 'status later': 2 } },
        { version: 'v2', counts: { ' status': 1, 'status later': 1 } },
      ]);
      expect(others).toEqual([[], [], []]);
    });

    it('has figures and ways apart that one change has counted', async () => {
      const { records, reports } = await make();
      const agent = agentId('eva');
      for (const [name, changes] of Object.entries({ ann: {}, bob: { agent } })) {
        const record = aRecord(name);
        const ended = anAttempt(record, `${name}-1`, { status: 'busy', ...changes });
        const about = { attempt: ended.id, rule: 'again', version: 'v1', values: {} };
        await records.commit(addition(record));
        await records.commit({
          before: record,
          after: changed(record),
          entries: [{ type: 'rule.applied', at: at(5), path: ['status', 'later'], ...about }],
          attempt: { before: undefined, after: ended },
        });
      }

      const figures = await reports.figures(spring, '2026-03-02', '2026-03-02');
      const ways = await reports.ways(spring, '2026-03-02', { kind: 'rule', id: 'again' });

      expect(figures.toSorted((a) => (a.agent === undefined ? -1 : 1))).toEqual([
        { day: '2026-03-02', counts: { 'call:busy': 1 } },
        { day: '2026-03-02', agent: 'eva', counts: { 'call:busy': 1 } },
      ]);
      expect(summedWays(ways)).toEqual([
        { version: 'v1', counts: { ' status': 2, 'status later': 2 } },
      ]);
      expect(await reports.ways(spring, '2026-03-02', { kind: 'rule', id: 'other' })).toEqual([]);
    });

    it('lists the contacts of a day that have ended, the last first, page by page (RPT-1)', async () => {
      const { records, reports } = await make();
      for (const [n, person] of ['ann', 'bob', 'cid'].entries())
        await called(records, person, { status: 'busy', orderedAt: at(n) });
      await called(records, 'dan', { status: 'busy', orderedAt: at(DAY) });
      await called(records, 'eve', {});
      for (const person of ['fay', 'gus', 'hal', 'ida', 'joe'])
        await called(records, person, { status: 'busy', orderedAt: at(-9) });

      const pages: string[][] = [];
      let from: string | undefined;
      do {
        const page = await reports.contacts(spring, '2026-03-02', { limit: 2, from });
        pages.push(page.contacts.map(({ attempt }) => attempt));
        from = page.next;
      } while (from !== undefined);

      expect(pages.flat().slice(0, 3)).toEqual(['cid-1', 'bob-1', 'ann-1']);
      // of one moment in any order, and each once
      expect(pages.flat().slice(3).toSorted()).toEqual([
        ...['fay-1', 'gus-1', 'hal-1', 'ida-1', 'joe-1'],
      ]);
      expect(pages.every((page) => page.length <= 2)).toBe(true);
    });

    it('lists a contact, and has its figures, once its record goes on without it', async () => {
      const { records, reports } = await make();
      const ann = aRecord('ann');
      const calling = taken(ann);
      const begun = anAttempt(ann);
      const busy = { ...begun, version: 2, status: 'busy' } as const;
      const over = changed(calling);
      const { current: _, ...left } = changed(over);
      const look = async () => ({
        figures: await reports.figures(spring, '2026-03-02', '2026-03-02'),
        list: (await reports.contacts(spring, '2026-03-02', { limit: 2 })).contacts.length,
      });
      await records.commit(addition(ann));
      const order = { before: undefined, after: begun };
      await records.commit({ before: ann, after: calling, entries: [], attempt: order });
      const end = { before: begun, after: busy };
      await records.commit({ before: calling, after: over, entries: [], attempt: end });
      const whileRuleRuns = await look();

      await records.commit({ before: over, after: left, entries: [] });

      expect(whileRuleRuns).toEqual({ figures: [], list: 0 });
      const figures = [{ day: '2026-03-02', counts: { 'call:busy': 1 } }];
      expect(await look()).toEqual({ figures, list: 1 });
    });

    it('lists records to be called again as they will be, and no others (RPT-1)', async () => {
      const { records, reports } = await make();
      const recall = { state: 'recall-scheduled', attempts: 1 } as const;
      for (const [name, changes] of Object.entries({
        later: { ...recall, nextContact: at(900) },
        sooner: { ...recall, nextContact: at(300) },
        heavy: { ...recall, nextContact: at(600), weight: 5 },
        wanted: { ...recall, attempts: 0, nextContact: at(60) },
        fresh: {},
      }))
        await records.commit(addition(aRecord(name, changes)));

      const found: string[] = [];
      let from: RecallPosition | undefined;
      do {
        const page = await reports.recalls(spring, { limit: 2, from });
        found.push(...page.records.map(({ record }) => record));
        from = page.next;
      } while (from !== undefined);

      expect(found).toEqual(['heavy', 'sooner', 'later', 'wanted']);
    });
  });
}
