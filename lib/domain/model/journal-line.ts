// A line of the journal with its id: what it belongs to, the version of that which wrote it, and
// its place in that change. Nothing is written twice under one id, and the ids of one owner sort as
// things happened.
import { z } from 'zod';
import type { CampaignId, RecordRef } from './ids.ts';
import { invariant } from './invariant.ts';
import { CampaignEntry, RecordEntry } from './journal.ts';

export const JournalLine = z.object({
  id: z.string(),
  campaign: z.string(),
  record: z.string().optional(),
  entry: z.union([RecordEntry, CampaignEntry]),
});
export type JournalLine = z.output<typeof JournalLine>;

export const recordOwner = ({ campaign, record }: RecordRef): string => `${campaign}/${record}`;
export const campaignOwner = (campaign: CampaignId): string => `campaign#${campaign}`;

/**
 * Entries of one change of a record that are stored, and travel to the bus, as one: the end of a
 * call and what follows from it, say.
 */
export const MOST_TOGETHER = 3;

/** The entries of a change of a record as they are stored. */
export function storedTogether<E>(entries: readonly E[]): readonly (readonly E[])[] {
  return Array.from({ length: Math.ceil(entries.length / MOST_TOGETHER) }, (_, n) =>
    entries.slice(n * MOST_TOGETHER, (n + 1) * MOST_TOGETHER),
  );
}

/** The n-th entry of the change that led to this version. */
export const placeInChange = (version: number, n: number): string =>
  `${String(version).padStart(9, '0')}.${String(n).padStart(2, '0')}`;

export const lineId = (owner: string, place: string): string => `${owner}.${place}`;

const ID = /^(?<owner>.+)\.(?<place>(?<version>\d{9})\.(?<n>\d{2}))$/s;

interface LineIdParts {
  readonly owner: string;
  readonly place: string;
  /** Version and place in one number that only grows. */
  readonly sequence: number;
  readonly version: number;
  /** Which entry of its change it is, from 0. */
  readonly n: number;
}

export function readLineId(id: string): LineIdParts {
  const { owner, place, version, n } = ID.exec(id)?.groups ?? {};
  invariant(owner !== undefined && place !== undefined, `'${id}' is no id of an entry`);
  const sequence = Number(version) * 100 + Number(n);
  return { owner, place, sequence, version: Number(version), n: Number(n) };
}
