// How entries lie in the journal table. The sort key is the version of the record or campaign that
// wrote them and the place of the first in that commit, so no commit can write an entry twice and
// they come back in order. Up to three entries of one change of a record are one item, which is one
// write.
import type { CampaignId, RecordRef } from '../../domain/model/ids.ts';
import type { CampaignEntry, JournalEntry, RecordEntry } from '../../domain/model/journal.ts';
import {
  campaignOwner,
  MOST_TOGETHER,
  placeInChange,
  readLineId,
  storedTogether,
} from '../../domain/model/journal-line.ts';
import type { Write } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { journalText, readJournalText } from './journal-text.ts';
import { partitionOf } from './record-items.ts';
import { isNew, put } from './writes.ts';

export const campaignPartition = campaignOwner;

/** Where the state of a campaign lies, and how the ticks of the pool stand that it leads. */
export const stateKey = (campaign: CampaignId): Key => ({
  pk: campaignPartition(campaign),
  sk: 'state',
});

export function recordEntries(
  table: string,
  { campaign, record }: RecordRef,
  version: number,
  entries: readonly RecordEntry[],
): readonly Write[] {
  const pk = partitionOf({ campaign, record });
  return storedTogether(entries).map((some, n) =>
    put(
      table,
      { ...keyOf(pk, version, n * MOST_TOGETHER), campaign, record, ...asText(some) },
      isNew,
    ),
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
    put(table, { ...keyOf(pk, version, n), campaign, ...asText([entry]) }, isNew),
  );
}

const keyOf = (pk: string, version: number, n: number) => ({ pk, sk: placeInChange(version, n) });

// One string, which the stream carries on unread.
const asText = (entries: readonly JournalEntry[]) => ({ entry: journalText(entries) });

export const entriesOf = <E extends JournalEntry>(item: Item): readonly E[] =>
  readJournalText(String(item.entry)) as readonly E[];

/** Where an entry may lie: with others of its change, or by itself. */
export function journalPlaces(id: string): readonly Key[] {
  const { owner: pk, version, n } = readLineId(id);
  const first = n - (n % MOST_TOGETHER);
  return [...new Set([first, n])].map((place) => keyOf(pk, version, place));
}
