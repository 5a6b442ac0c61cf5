// What is left of a contact that was deleted: where it is found, and that it can be emptied
// (CBR-15).
import { describe, expect, it } from 'vitest';
import type { RecordStore } from '../../lib/application/ports/record-store.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import type { RecordEntry } from '../../lib/domain/model/journal.ts';
import type { CampaignRecord } from '../../lib/domain/model/record.ts';
import { addition, anAttempt, aRecord, aText, at, changed, NOW, ref } from '../support/records.ts';
import type { Stores } from './record-store.ts';

const spring = campaignId('spring');

const byId = <T extends { readonly id: string }>(things: readonly T[]) =>
  things.toSorted((a, b) => a.id.localeCompare(b.id));

/** Two calls and two messages, a version each. */
async function withHistory(records: RecordStore, first: CampaignRecord): Promise<CampaignRecord> {
  await records.commit(addition(first));
  let record = first;
  for (const id of ['a1', 'a2']) {
    const after = changed(record);
    await records.commit({
      before: record,
      after,
      entries: [],
      attempt: { before: undefined, after: anAttempt(first, id) },
      messages: [{ before: undefined, after: aText(first, `${id}.sms`) }],
    });
    record = after;
  }
  return record;
}

export function recordStoreErasure(name: string, make: () => Promise<Stores>): void {
  describe(`record store, erasure: ${name}`, () => {
    it('lists every attempt and message of a record and of no other', async () => {
      const { records } = await make();
      await withHistory(records, aRecord('ann'));
      await withHistory(records, aRecord('ann2'));

      const { attempts, messages } = await records.kept(ref('spring', 'ann'));

      expect(byId(attempts)).toEqual(['a1', 'a2'].map((id) => anAttempt(aRecord('ann'), id)));
      expect(byId(messages)).toEqual(['a1.sms', 'a2.sms'].map((id) => aText(aRecord('ann'), id)));
      expect(await records.kept(ref('spring', 'nobody'))).toEqual({ attempts: [], messages: [] });
    });

    it('lists a record that is to be erased until it is not any more', async () => {
      const { records } = await make();
      const { nextContact: _, ...ann } = aRecord('ann');
      await records.commit(addition(aRecord('ann')));
      await records.commit(addition(aRecord('ben')));
      const deleted = changed(ann, { state: 'deleted', phones: [], toErase: true });
      await records.commit({ before: aRecord('ann'), after: deleted, entries: [] });
      const during = await records.toErase(spring, NOW);

      const { toErase: __, ...erased } = changed(deleted);
      await records.commit({ before: deleted, after: erased, entries: [] });

      expect(during).toEqual([deleted]);
      expect(await records.toErase(spring, NOW)).toEqual([]);
      expect(await records.toErase(campaignId('autumn'), NOW)).toEqual([]);
      expect((await records.due(spring, at(9999), 10)).map(({ record }) => record)).toEqual([
        'ben',
      ]);
    });

    it('takes what agents entered out of the journal of a record, and nothing else', async () => {
      const { records, journal } = await make();
      const classified: RecordEntry = {
        type: 'record.classified',
        at: NOW,
        attempt: 'a1',
        classifier: 'sold',
        by: 'eva',
        success: true,
        fields: { name: 'Ann', city: 'Gdynia' },
      };
      const closed: RecordEntry = { type: 'record.closed', at: NOW, because: 'classifier sold' };
      for (const record of [aRecord('ann'), aRecord('ben')])
        await records.commit({ ...addition(record), entries: [classified, closed] });

      await journal.forgetValues(ref('spring', 'ann'));
      await journal.forgetValues(ref('spring', 'ann'));

      expect(await journal.ofRecord(ref('spring', 'ann'))).toEqual([
        { ...classified, fields: {} },
        closed,
      ]);
      expect(await journal.ofRecord(ref('spring', 'ben'))).toEqual([classified, closed]);
    });
  });
}
