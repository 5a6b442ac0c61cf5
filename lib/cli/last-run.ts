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
/**
 * Takes the place of the last run when it is complete: whoever is killed meanwhile spoils nothing.
 */
const BEING_WRITTEN = '.ringback/last-run.new';

export interface KeptRecord {
  readonly record: CampaignRecord;
  readonly attempts: readonly Attempt[];
  readonly journal: readonly RecordEntry[];
}

export interface Snapshot {
  readonly definitions: Definitions;
  readonly campaign: CampaignState;
  readonly campaignJournal: readonly CampaignEntry[];
  /** Simulated time at the end, epoch ms. */
  readonly at: number;
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

export async function saveRun(snapshot: Snapshot, rejected: string): Promise<void> {
  await rm(BEING_WRITTEN, { recursive: true, force: true });
  await mkdir(BEING_WRITTEN, { recursive: true });
  const { records, ...rest } = snapshot;
  const lines = records.map((record) => `${JSON.stringify(record)}\n`);
  await writeFile(
    join(BEING_WRITTEN, 'campaign.json'),
    JSON.stringify({ version: version(), count: records.length, ...rest }),
  );
  await writeFile(join(BEING_WRITTEN, 'records.jsonl'), lines.join(''));
  await writeFile(join(BEING_WRITTEN, 'rejected.csv'), rejected);
  await rm(LAST_RUN, { recursive: true, force: true });
  await rename(BEING_WRITTEN, LAST_RUN);
}

export type LastRun =
  | ({ readonly kind: 'kept'; readonly where: string } & Snapshot)
  /** Nothing was kept, or nothing that can be understood. */
  | { readonly kind: 'nothing'; readonly because: string };

const nothing = (because: string): LastRun => ({ kind: 'nothing', because });

const damaged = (): LastRun =>
  nothing(`the saved last run (${LAST_RUN}) is damaged; run it again: npm start`);

export async function lastRun(): Promise<LastRun> {
  try {
    const head = await readFile(join(LAST_RUN, 'campaign.json'), 'utf8');
    const lines = (await readFile(join(LAST_RUN, 'records.jsonl'), 'utf8')).split('\n');
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
        `the last run (${LAST_RUN}) was saved by another version of Ringback; run it again: npm start`,
      );
    }
    const records = lines.filter((line) => line !== '').map((line) => JSON.parse(line));
    if (records.length !== count) return damaged();
    const unfinished = await unfinishedRun();
    const where = `the last local run${unfinished ? ` that was kept; ${unfinished}` : ''}`;
    return { kind: 'kept', where, ...rest, records };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError) {
      return damaged();
    }
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') {
      const unfinished = await unfinishedRun();
      return nothing(
        unfinished ?? `nothing has been run here yet (${LAST_RUN} is missing); try: npm start`,
      );
    }
    throw error;
  }
}
