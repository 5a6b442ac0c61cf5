// The journal in memory. `listen` is what the table's stream is on AWS: every entry, in the order of commits.
import type { CampaignId, RecordId, RecordRef } from '../../domain/ids.ts';
import type { CampaignEntry, JournalEntry, RecordEntry } from '../../domain/journal.ts';
import type { Journal } from '../../domain/ports.ts';

/** One entry as the stream tells of it. */
export interface WrittenEntry {
  readonly campaign: CampaignId;
  /** Missing for what is told of the campaign itself. */
  readonly record?: RecordId;
  /** Unique: record or campaign, the version that wrote it and its place in that commit. */
  readonly id: string;
  readonly entry: JournalEntry;
}

export interface MemoryJournal extends Journal {
  append(ref: RecordRef, version: number, entries: readonly RecordEntry[]): void;
  appendToCampaign(campaign: CampaignId, version: number, entries: readonly CampaignEntry[]): void;
  listen(listener: (written: WrittenEntry) => void): void;
}

export function memoryJournal(): MemoryJournal {
  const ofRecords = new Map<string, RecordEntry[]>();
  const ofCampaigns = new Map<string, CampaignEntry[]>();
  const listeners: ((written: WrittenEntry) => void)[] = [];
  const tell = (written: WrittenEntry): void => {
    for (const listener of listeners) listener(written);
  };
  return {
    append(ref, version, entries) {
      const key = `${ref.campaign}/${ref.record}`;
      push(ofRecords, key, entries);
      entries.forEach((entry, n) => {
        tell({ campaign: ref.campaign, record: ref.record, id: `${key}.${version}.${n}`, entry });
      });
    },
    appendToCampaign(campaign, version, entries) {
      push(ofCampaigns, campaign, entries);
      entries.forEach((entry, n) => {
        tell({ campaign, id: `campaign#${campaign}.${version}.${n}`, entry });
      });
    },
    listen(listener) {
      listeners.push(listener);
    },
    ofRecord: async (ref) => [...(ofRecords.get(`${ref.campaign}/${ref.record}`) ?? [])],
    ofCampaign: async (campaign) => [...(ofCampaigns.get(campaign) ?? [])],
  };
}

function push<T>(lists: Map<string, T[]>, key: string, entries: readonly T[]): void {
  const list = lists.get(key);
  if (list) list.push(...entries);
  else lists.set(key, [...entries]);
}
