// What remains of a run when the local cloud has gone: the last run's records and journal, for
// `ringback why`.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { CampaignState } from '../domain/campaigns/campaign-state.ts';
import type { Attempt } from '../domain/model/attempt.ts';
import { CampaignEntry, RecordEntry } from '../domain/model/journal.ts';
import type { CampaignRecord } from '../domain/model/record.ts';
import type { Definitions } from '../language/definitions.ts';
import { jsonSchemas } from '../language/json-schemas.ts';
import { unfinishedRun } from './start/run-marker.ts';

export const LAST_RUN = '.ringback/last-run';

export interface KeptRecord {
  readonly record: CampaignRecord;
  readonly attempts: readonly Attempt[];
  readonly journal: readonly RecordEntry[];
}

interface KeptCampaign {
  readonly campaign: CampaignState;
  readonly campaignJournal: readonly CampaignEntry[];
}

export interface Snapshot extends KeptCampaign {
  readonly definitions: Definitions;
  /** Campaigns that ran beside it. */
  readonly beside?: readonly KeptCampaign[];
  /** Simulated time at the end, epoch ms. */
  readonly at: number;
  /** Of all of them. */
  readonly records: readonly KeptRecord[];
}

/** Raised by whoever changes what is kept of records, attempts or the campaign's state. */
const FORMAT = 1;

/**
 * Another language, another journal or another form of records: what was kept cannot be understood.
 */
function version(): string {
  const journal = [RecordEntry, CampaignEntry].map((schema) => z.toJSONSchema(schema));
  const text = JSON.stringify([FORMAT, jsonSchemas(), journal]);
  return createHash('sha256').update(text).digest('hex').slice(0, 16);
}

/** @param into the folder it is kept in; that of the usual last run by default */
export async function saveRun(
  snapshot: Snapshot,
  rejected: string,
  into: string = LAST_RUN,
): Promise<void> {
  // takes the place of the last run when it is complete: whoever is killed meanwhile spoils nothing
  const beingWritten = `${into}.new`;
  await rm(beingWritten, { recursive: true, force: true });
  await mkdir(beingWritten, { recursive: true });
  const { records, ...rest } = snapshot;
  const lines = records.map((record) => `${JSON.stringify(record)}\n`);
  await writeFile(
    join(beingWritten, 'campaign.json'),
    JSON.stringify({ version: version(), count: records.length, ...rest }),
  );
  await writeFile(join(beingWritten, 'records.jsonl'), lines.join(''));
  await writeFile(join(beingWritten, 'rejected.csv'), rejected);
  await rm(into, { recursive: true, force: true });
  await rename(beingWritten, into);
}

export type LastRun =
  | ({ readonly kind: 'kept'; readonly where: string } & Snapshot)
  /** Nothing was kept, or nothing that can be understood. */
  | { readonly kind: 'nothing'; readonly because: string };

const nothing = (because: string): LastRun => ({ kind: 'nothing', because });

const damaged = (folder: string): LastRun =>
  nothing(`the saved last run (${folder}) is damaged; run it again: npm start`);

/** @param folder where it is kept */
export async function lastRun(folder: string = LAST_RUN): Promise<LastRun> {
  try {
    const head = await readFile(join(folder, 'campaign.json'), 'utf8');
    const lines = (await readFile(join(folder, 'records.jsonl'), 'utf8')).split('\n');
    const {
      version: kept,
      count,
      ...rest
    } = JSON.parse(head) as Omit<Snapshot, 'records'> & {
      readonly version?: string;
      readonly count: number;
    };
    if (kept !== version()) {
      return nothing(
        `the last run (${folder}) was saved by another version of Ringback; run it again: npm start`,
      );
    }
    const records = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
    if (records.length !== count) return damaged(folder);
    const unfinished = folder === LAST_RUN ? await unfinishedRun() : undefined;
    const where = `the last local run${unfinished ? ` that was kept; ${unfinished}` : ''}`;
    return { kind: 'kept', where, ...rest, records };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return damaged(folder);
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      const unfinished = await unfinishedRun();
      return nothing(
        unfinished ?? `nothing has been run here yet (${folder} is missing); try: npm start`,
      );
    }
    throw error;
  }
}
