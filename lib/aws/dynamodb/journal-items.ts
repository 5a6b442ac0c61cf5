// How entries lie in the journal table. The sort key is the version of the record or campaign that
// wrote them and their place in that commit, so no commit can write an entry twice and they come
// back in order.
import type { CampaignId, RecordRef } from '../../domain/model/ids.ts';
import type { CampaignEntry, JournalEntry, RecordEntry } from '../../domain/model/journal.ts';
import { campaignOwner, placeInChange } from '../../domain/model/journal-line.ts';
import type { Write } from './document-table.ts';
import type { Item } from './items.ts';
import { journalText, readJournalText } from './journal-text.ts';
import { partitionOf } from './record-items.ts';
import { isNew, put } from './writes.ts';

export const campaignPartition = campaignOwner;

export function recordEntries(
  table: string,
  { campaign, record }: RecordRef,
  version: number,
  entries: readonly RecordEntry[],
): readonly Write[] {
  const pk = partitionOf({ campaign, record });
  return entries.map((entry, n) =>
    put(table, { ...keyOf(pk, version, n), campaign, record, ...asText(entry) }, isNew),
  );
}

export function campaignEntries(
  table: string,
  campaign: CampaignId,
  version: number,
  entries: readonly CampaignEntry[],
): readonly Write[] {
  const pk = campaignPartition(campaign);
  return entries.map((entry, n) =>
    put(table, { ...keyOf(pk, version, n), campaign, ...asText(entry) }, isNew),
  );
}

const keyOf = (pk: string, version: number, n: number) => ({ pk, sk: placeInChange(version, n) });

// One string, which the stream carries on unread.
const asText = (entry: JournalEntry) => ({ entry: journalText(entry) });

export const entryOf = <E extends JournalEntry>(item: Item): E =>
  readJournalText(String(item.entry)) as E;
