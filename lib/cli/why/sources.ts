// Where `ringback why` finds a record: what the last local run left, or the tables of a deployment.
import { GetParametersByPathCommand, SSMClient } from '@aws-sdk/client-ssm';
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
import { checkedFolder } from '../checked-folder.ts';
import { lastRun } from '../start/snapshot.ts';

export interface Found {
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
export type Looked = Found | { readonly kind: 'nothing'; readonly because: string };

const nothing = (because: string): Looked => ({ kind: 'nothing', because });

/** @param wanted a record's id, or the end of one as the live view shows it */
export async function inLastRun(campaign: string, wanted: string): Promise<Looked> {
  const run = await lastRun();
  if (run.kind === 'nothing') return run;
  if (run.campaign.campaign !== campaign)
    return nothing(`the last run was of campaign '${run.campaign.campaign}', not '${campaign}'`);
  const hits = run.records.filter(
    ({ record }) => record.record === wanted || record.record.endsWith(wanted),
  );
  const [hit, ...others] = hits;
  if (!hit) return nothing(`the last run has no record '${wanted}'`);
  if (others.length > 0)
    return nothing(`${hits.length} records end with '${wanted}'; give more of the id`);
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

/** @param name prefix of the deployment, as given to cdk with -c name=… */
export async function onAws(
  name: string,
  folder: string,
  campaign: string,
  wanted: string,
): Promise<Looked> {
  const checked = await checkedFolder(folder);
  if (checked.kind === 'refused') return nothing(checked.lines.join('\n'));
  const tables = await tablesOf(name);
  if (!tables) return nothing(`no deployment '${name}' in this account and region`);
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
  if (!record) return nothing(`campaign '${campaign}' has no record '${wanted}'`);
  const { definitions } = checked;
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

/** The tables of a deployment; undefined where there is none. */
export async function tablesOf(name: string) {
  const Path = `/${name}/tables`;
  const { Parameters = [] } = await new SSMClient({}).send(
    new GetParametersByPathCommand({ Path }),
  );
  const table = (id: string) =>
    Parameters.find((parameter) => parameter.Name === `${Path}/${id}`)?.Value;
  const [records, journal, runtime] = [table('records'), table('journal'), table('runtime')];
  return records && journal && runtime ? { records, journal, runtime } : undefined;
}
