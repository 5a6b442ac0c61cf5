// Where `ringback why` finds a record: the saved last local run, or the tables of a deployment.
import { dynamoCampaignStore } from '../../aws/dynamodb/campaign-store.ts';
import { dynamo, dynamoClient } from '../../aws/dynamodb/document-table.ts';
import { dynamoJournal } from '../../aws/dynamodb/journal.ts';
import { dynamoRecordStore } from '../../aws/dynamodb/record-store.ts';
import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import { campaignId, recordId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Definitions } from '../../language/definitions.ts';
import { deployedCentre, lastRunOf, type NotFound, notFound } from '../campaign-source.ts';

export interface FoundRecord {
  readonly kind: 'found';
  readonly definitions: Definitions;
  readonly state: CampaignState;
  readonly record: CampaignRecord;
  readonly journal: readonly RecordEntry[];
  readonly counts: Counts;
  readonly now: Instant;
  /** Where it was found, for the reader. */
  readonly where: string;
}

/** @param wanted a record's id, or the end of one as the live view shows it */
export async function recordInLastRun(
  campaign: string,
  wanted: string,
): Promise<FoundRecord | NotFound> {
  const run = await lastRunOf(campaign);
  if (run.kind === 'nothing') return run;
  const hits = run.records.filter(
    ({ record }) => record.record === wanted || record.record.endsWith(wanted),
  );
  const [hit, ...others] = hits;
  if (!hit) return notFound(`the last run has no record '${wanted}'`);
  if (others.length > 0)
    return notFound(`${hits.length} records end with '${wanted}'; give more of the id`);
  return {
    kind: 'found',
    definitions: run.definitions,
    state: run.campaign,
    record: hit.record,
    journal: hit.journal,
    counts: countsOf(run.records.map(({ record }) => record)),
    now: instant(run.at),
    where: run.where,
  };
}

function countsOf(records: readonly CampaignRecord[]): Counts {
  const counts: Record<string, number> = {};
  for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export async function recordOnAws(
  name: string,
  folder: string,
  campaign: string,
  wanted: string,
): Promise<FoundRecord | NotFound> {
  const deployed = await deployedCentre(name, folder);
  if (deployed.kind === 'nothing') return deployed;
  const { definitions, tables } = deployed;
  const db = dynamo(dynamoClient());
  const store = dynamoRecordStore(db, { ...tables, dueIndex: 'due' });
  const id = campaignId(campaign);
  const ref = { campaign: id, record: recordId(wanted) };
  const [record, journal, state, counts] = await Promise.all([
    store.load(ref),
    dynamoJournal(db, tables.journal).ofRecord(ref),
    dynamoCampaignStore(db, tables).load(id),
    store.counts(id),
  ]);
  if (!record) return notFound(`campaign '${campaign}' has no record '${wanted}'`);
  const now = instant(Date.now());
  return {
    kind: 'found',
    definitions,
    state,
    record,
    journal,
    counts,
    now,
    where: `deployment ${name}`,
  };
}
