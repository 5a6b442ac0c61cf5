// Where the list of a campaign lies: `contacts/<campaign>.csv` in the folder, or `contacts.csv`.
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Definitions } from '../language/definitions.ts';

/** A file of people, to be imported. */
export interface ContactList {
  readonly path: string;
  readonly name: string;
  readonly bytes: Uint8Array;
}

export const ownListPath = (folder: string, campaign: string): string =>
  join(folder, 'contacts', `${campaign}.csv`);

export const sharedListPath = (folder: string): string => join(folder, 'contacts.csv');

/** The first of the files that can be read. */
export async function firstList(paths: readonly string[]): Promise<ContactList | undefined> {
  for (const path of paths) {
    const bytes = await bytesOf(path);
    if (bytes !== undefined) return { path, name: basename(path), bytes };
  }
  return undefined;
}

/** Whether a campaign has people to call or to write to. */
export function contactsPeople({ campaigns }: Definitions, campaign: string): boolean {
  const { outbound, sms } = campaigns[campaign]?.channels ?? {};
  return (outbound ?? sms) !== undefined;
}

/**
 * Whether a campaign of a whole centre calls the shared list, without one of its own. A campaign
 * that takes calls as well calls back who has called, unless it is the first.
 */
export function callsSharedList({ campaigns }: Definitions, campaign: string): boolean {
  const first = Object.keys(campaigns).find((id) => campaigns[id]?.channels.outbound);
  const { inbound, outbound, sms } = campaigns[campaign]?.channels ?? {};
  return campaign === first || ((outbound ?? sms) !== undefined && inbound === undefined);
}

async function bytesOf(path: string): Promise<Uint8Array | undefined> {
  try {
    return await readFile(path);
  } catch {
    return undefined;
  }
}
