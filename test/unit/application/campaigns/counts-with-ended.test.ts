import { expect, it } from 'vitest';
import { countsWithEnded } from '../../../../lib/application/campaigns/counts-with-ended.ts';
import { campaignId } from '../../../../lib/domain/model/ids.ts';
import { memoryJournal } from '../../../../lib/simulation/memory/journal.ts';
import { memoryRecordStore } from '../../../../lib/simulation/memory/record-store.ts';
import { addition, anAttempt, aRecord, changed, taken } from '../../../support/records.ts';

it('counts of a campaign have calls that have ended, before their rule has decided', async () => {
  const records = memoryRecordStore(memoryJournal());
  const spring = campaignId('spring');
  for (const [name, ending] of Object.entries({ ann: 'busy', bob: 'busy', cid: undefined })) {
    const record = aRecord(name);
    const begun = anAttempt(record);
    const calling = taken(record);
    await records.commit(addition(record));
    const order = { before: undefined, after: begun };
    await records.commit({ before: record, after: calling, entries: [], attempt: order });
    if (ending === undefined) continue;
    const over = { ...begun, version: 2, status: 'busy' } as const;
    const end = { before: begun, after: over };
    await records.commit({ before: calling, after: changed(calling), entries: [], attempt: end });
  }

  expect(await records.counts(spring)).toEqual({ 'being-contacted': 3 });
  expect(await countsWithEnded(spring, records)).toEqual({ 'being-contacted': 3, 'call:busy': 2 });
});
