// What remains of a run when the local cloud has gone: the last run's records and journal, for `ringback why`.
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Attempt } from '../../../lib/domain/attempt.ts';
import type { CampaignState } from '../../../lib/domain/campaign-state.ts';
import type { CampaignEntry, RecordEntry } from '../../../lib/domain/journal.ts';
import type { CampaignRecord } from '../../../lib/domain/record.ts';
import type { Definitions } from '../../../lib/language/definitions.ts';

export const LAST_RUN = '.ringback/last-run';

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

export async function keep(snapshot: Snapshot, rejected: string): Promise<void> {
  await rm(LAST_RUN, { recursive: true, force: true });
  await mkdir(LAST_RUN, { recursive: true });
  const { records, ...rest } = snapshot;
  const lines = records.map((record) => `${JSON.stringify(record)}\n`);
  await writeFile(join(LAST_RUN, 'campaign.json'), JSON.stringify(rest));
  await writeFile(join(LAST_RUN, 'records.jsonl'), lines.join(''));
  await writeFile(join(LAST_RUN, 'rejected.csv'), rejected);
}

/** undefined: nothing has been run in this folder. */
export async function lastRun(): Promise<Snapshot | undefined> {
  try {
    const rest = JSON.parse(await readFile(join(LAST_RUN, 'campaign.json'), 'utf8'));
    const lines = (await readFile(join(LAST_RUN, 'records.jsonl'), 'utf8')).split('\n');
    return {
      ...rest,
      records: lines.filter((line) => line !== '').map((line) => JSON.parse(line)),
    };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
