// The journal in memory. `listen` is what the table's stream is on AWS: every entry, in the order
// of commits.

import type { Journal } from '../../application/ports/journal.ts';
import type { CampaignId, RecordId, RecordRef } from '../../domain/model/ids.ts';
import type { CampaignEntry, JournalEntry, RecordEntry } from '../../domain/model/journal.ts';
import {
  campaignOwner,
  lineId,
  placeInChange,
  readLineId,
  recordOwner,
} from '../../domain/model/journal-line.ts';
import { withoutValues } from '../../domain/records/erasure.ts';

/** One entry as the stream delivers it. */
export interface WrittenEntry {
  readonly id: string;
  readonly campaign: CampaignId;
  /** Missing for entries of the campaign itself. */
  readonly record?: RecordId;
  readonly entry: JournalEntry;
}

export interface MemoryJournal extends Journal {
  /** @param version of the record after the change that wrote them */
  append(ref: RecordRef, version: number, entries: readonly RecordEntry[]): void;
  appendToCampaign(campaign: CampaignId, version: number, entries: readonly CampaignEntry[]): void;
  listen(listener: (written: WrittenEntry) => void): void;
  /** Every entry that is kept, those of one record or campaign together and in order. */
  all(): readonly WrittenEntry[];
}

/** @param kept false: entries are passed to the listeners and then forgotten */
export function memoryJournal({ kept = true } = {}): MemoryJournal {
  /** By what they belong to. */
  const lines = new Map<string, WrittenEntry[]>();
  const listeners: ((written: WrittenEntry) => void)[] = [];
  const write = (
    owner: string,
    about: Pick<WrittenEntry, 'campaign' | 'record'>,
    version: number,
    entries: readonly JournalEntry[],
  ): void => {
    if (entries.length === 0) return;
    const written = entries.map((entry, n): WrittenEntry => {
      return { id: lineId(owner, placeInChange(version, n)), ...about, entry };
    });
    if (kept) push(lines, owner, written);
    for (const each of written) for (const listener of listeners) listener(each);
  };
  return {
    append({ campaign, record }, version, entries) {
      write(recordOwner({ campaign, record }), { campaign, record }, version, entries);
    },
    appendToCampaign(campaign, version, entries) {
      write(campaignOwner(campaign), { campaign }, version, entries);
    },
    async forgetValues(ref) {
      const owner = recordOwner(ref);
      const entries = lines.get(owner);
      const without = entries?.map((line): WrittenEntry => {
        return { ...line, entry: withoutValues(line.entry as RecordEntry) };
      });
      if (without) lines.set(owner, without);
    },
    listen(listener) {
      listeners.push(listener);
    },
    all: () => [...lines.values()].flat(),
    line: async (id) => lines.get(readLineId(id).owner)?.find((line) => line.id === id),
    ofRecord: async (ref) =>
      (lines.get(recordOwner(ref)) ?? []).map(({ entry }) => entry as RecordEntry),
    async latestOfCampaign(campaign, { limit, before }) {
      const all = (lines.get(campaignOwner(campaign)) ?? [])
        .map(({ id, entry }) => ({ place: readLineId(id).place, entry: entry as CampaignEntry }))
        .toReversed()
        .filter(({ place }) => before === undefined || place < before);
      const entries = all.slice(0, limit);
      return all.length > limit ? { entries, next: entries.at(-1)?.place } : { entries };
    },
    ofCampaign: async (campaign) =>
      (lines.get(campaignOwner(campaign)) ?? []).map(({ entry }) => entry as CampaignEntry),
  };
}

function push<K, T>(lists: Map<K, T[]>, key: K, entries: readonly T[]): void {
  const list = lists.get(key);
  if (list) list.push(...entries);
  else lists.set(key, [...entries]);
}
