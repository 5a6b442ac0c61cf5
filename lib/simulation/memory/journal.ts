// The journal in memory. `listen` is what the table's stream is on AWS: every entry, in the order
// of commits.

import type { Journal } from '../../application/ports/journal.ts';
import type { CampaignId, RecordId, RecordRef } from '../../domain/model/ids.ts';
import type { CampaignEntry, JournalEntry, RecordEntry } from '../../domain/model/journal.ts';
import { withoutValues } from '../../domain/records/erasure.ts';

/** One entry as the stream delivers it. */
export interface WrittenEntry {
  readonly campaign: CampaignId;
  /** Missing for entries of the campaign itself. */
  readonly record?: RecordId;
  readonly entry: JournalEntry;
}

export interface MemoryJournal extends Journal {
  append(ref: RecordRef, entries: readonly RecordEntry[]): void;
  appendToCampaign(campaign: CampaignId, entries: readonly CampaignEntry[]): void;
  listen(listener: (written: WrittenEntry) => void): void;
}

/** @param kept false: entries are passed to the listeners and then forgotten */
export function memoryJournal({ kept = true } = {}): MemoryJournal {
  const ofRecords = new Map<CampaignId, Map<RecordId, RecordEntry[]>>();
  const ofCampaigns = new Map<CampaignId, CampaignEntry[]>();
  const listeners: ((written: WrittenEntry) => void)[] = [];
  const notify = (written: WrittenEntry): void => {
    for (const listener of listeners) listener(written);
  };
  return {
    append({ campaign, record }, entries) {
      if (kept) {
        const records = ofRecords.get(campaign) ?? new Map<RecordId, RecordEntry[]>();
        ofRecords.set(campaign, records);
        push(records, record, entries);
      }
      for (const entry of entries) notify({ campaign, record, entry });
    },
    appendToCampaign(campaign, entries) {
      if (kept) push(ofCampaigns, campaign, entries);
      for (const entry of entries) notify({ campaign, entry });
    },
    async forgetValues({ campaign, record }) {
      const records = ofRecords.get(campaign);
      const entries = records?.get(record);
      if (entries) records?.set(record, entries.map(withoutValues));
    },
    listen(listener) {
      listeners.push(listener);
    },
    ofRecord: async ({ campaign, record }) => [...(ofRecords.get(campaign)?.get(record) ?? [])],
    ofCampaign: async (campaign) => [...(ofCampaigns.get(campaign) ?? [])],
  };
}

function push<K, T>(lists: Map<K, T[]>, key: K, entries: readonly T[]): void {
  const list = lists.get(key);
  if (list) list.push(...entries);
  else lists.set(key, [...entries]);
}
