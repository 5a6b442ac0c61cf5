// Campaigns that run beside the one a run is about: their people, their switch, and figures of all
// of them together.
import type { Counts } from '../../domain/campaigns/campaign-state.ts';
import type { LocalCentre } from './local-centre.ts';
import type { Tally } from './tally.ts';

/** A file of people, to be imported. */
export interface Contacts {
  readonly file: string;
  readonly bytes: Uint8Array;
}

export interface OtherCampaign {
  readonly id: string;
  readonly contacts?: Contacts | undefined;
}

interface Running {
  readonly centre: LocalCentre;
  readonly tally: Tally;
  readonly say: (line: string) => void;
  /** Lets the run go on until then. */
  readonly until: (done: () => boolean) => Promise<void>;
}

/** @returns why it could not be switched on */
export async function startCampaign(
  { id, contacts }: OtherCampaign,
  by: string,
  { centre, tally, say, until }: Running,
): Promise<readonly string[] | undefined> {
  if (contacts !== undefined) {
    const before = tally.imported;
    tally.imported = undefined;
    say(`Importing ${contacts.file} for ${id} …`);
    await centre.upload(`imports/${id}/${contacts.file}`, contacts.bytes);
    await until(() => tally.imported !== undefined);
    tally.imported = sumOf(before, tally.imported);
  }
  const switched = await centre.invoke('switch-campaign', { campaign: id, to: 'running', by });
  if (switched.kind !== 'refused') return undefined;
  return [`campaign '${id}' cannot be switched on:`, ...switched.reasons];
}

type Imported = NonNullable<Tally['imported']>;

function sumOf(one: Tally['imported'], other: Tally['imported']): Imported {
  const sum = (key: keyof Imported) => (one?.[key] ?? 0) + (other?.[key] ?? 0);
  return {
    imported: sum('imported'),
    present: sum('present'),
    duplicates: sum('duplicates'),
    rejected: sum('rejected'),
  };
}

export function addedUp(one: Counts, other: Counts): Counts {
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return Object.fromEntries([...keys].map((key) => [key, (one[key] ?? 0) + (other[key] ?? 0)]));
}
