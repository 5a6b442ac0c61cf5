// Which records are in flight, by their names, and how many contacts no tick has ordered.
import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../lib/application/ports/record-store.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { addition, anAttempt, aRecord, at, NOW, taken } from '../support/records.ts';
import type { Stores } from './record-store.ts';

const spring = campaignId('spring');

async function withRecords(records: RecordStore, all: readonly CampaignRecord[]) {
  for (const record of all) await records.commit(addition(record));
  return records;
}

/** `isSpread`: calls in flight are kept under several keys, so some of them are not asked for. */
export function recordStoreFlights(
  name: string,
  make: () => Promise<Stores>,
  isSpread = false,
): void {
  describe(`record store, records in flight: ${name}`, () => {
    it('tells by their names which records are in flight, with their attempts', async () => {
      const [ann, ben, cid] = [aRecord('ann'), aRecord('ben'), aRecord('cid')];
      const records = await withRecords((await make()).records, [ann, ben]);
      const attempt = { before: undefined, after: anAttempt(ann) };
      await records.commit({ before: ann, after: taken(ann), attempt, entries: [] });

      const found = await records.underWayOf([ann, ben, cid]);

      expect(found).toEqual(await records.underWay(spring));
      expect(found).toEqual([{ record: taken(ann), attempt: attempt.after }]);
    });

    it('tells some of those in flight, and whether they are all', async () => {
      const [ann, ben] = [aRecord('ann'), aRecord('ben')];
      const records = await withRecords((await make()).records, [ann, ben, aRecord('cid')]);
      for (const record of [ann, ben]) {
        const attempt = { before: undefined, after: anAttempt(record) };
        await records.commit({ before: record, after: taken(record), attempt, entries: [] });
      }

      const [one, both] = [
        await records.someUnderWay(spring, 1),
        await records.someUnderWay(spring, 2),
      ];

      const all = await records.underWay(spring);
      const none = { calls: [], isAll: false };
      expect(one).toEqual(isSpread ? none : { calls: all.slice(0, 1), isAll: false });
      expect(both).toEqual(isSpread ? none : { calls: all, isAll: true });
    });

    it('counts the contacts that no tick has ordered, and says when the index has them', async () => {
      const [ann, ben] = [aRecord('ann'), aRecord('ben', { nextContact: undefined })];
      const records = await withRecords((await make()).records, [ann, ben]);
      const begin = (record: CampaignRecord) =>
        records.commit({
          before: record,
          after: taken(record),
          attempt: { before: undefined, after: anAttempt(record) },
          entries: [],
        });

      const before = await records.begun(spring, NOW);
      await begin(ann);
      const [soon, later] = [
        await records.begun(spring, at(9)),
        await records.begun(spring, at(10)),
      ];

      expect(before).toEqual({ count: 0, isInIndex: true });
      expect([soon, later]).toEqual([
        { count: 1, isInIndex: false },
        { count: 1, isInIndex: true },
      ]);
    });
  });
}
