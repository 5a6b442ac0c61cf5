// Where `ringback why` finds records: the saved last local run, or the tables of a deployment.
import type { RecordStore } from '../../application/ports/record-store.ts';
import { dynamoCampaignStore } from '../../aws/dynamodb/campaign-store.ts';
import { dynamo, dynamoClient } from '../../aws/dynamodb/document-table.ts';
import { dynamoJournal } from '../../aws/dynamodb/journal.ts';
import { dynamoRecordStore } from '../../aws/dynamodb/record-store.ts';
import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import { type CampaignId, campaignId, recordId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { lookUpFields } from '../../domain/records/look-up.ts';
import type { Definitions } from '../../language/definitions.ts';
import { listed } from '../../language/nearest.ts';
import { deployedCentre, lastRunOf, type NotFound, notFound } from '../campaign-source.ts';
import { type Listed, latestFirst, MOST_LISTED } from './list.ts';
import { matching, phonesIn } from './matching.ts';

export interface FoundRecords {
  readonly kind: 'found';
  readonly campaign: string;
  readonly definitions: Definitions;
  readonly state: CampaignState;
  /** Those that were meant; the latest where nothing was said. */
  readonly records: readonly Listed[];
  readonly counts: Counts;
  readonly now: Instant;
  /** Where they were found, for the reader. */
  readonly where: string;
}

/**
 * @param folder of the run
 * @param wanted an id or the end of one, a number, a row or a name; undefined: the latest
 */
export async function recordsInLastRun(
  folder: string,
  campaign: string | undefined,
  wanted: string | undefined,
): Promise<FoundRecords | NotFound> {
  const run = await lastRunOf(campaign, folder);
  if (run.kind === 'nothing') return run;
  const { definitions } = run;
  const records =
    wanted === undefined
      ? latestFirst(run.records)
      : matching(run.records, wanted, countryOf(definitions, run.campaign.campaign));
  if (records.length === 0)
    return notFound(
      wanted === undefined
        ? 'the last run has no records'
        : `the last run has no record '${wanted}'; name a number, a row of the file, a name or an id`,
    );
  return {
    kind: 'found',
    campaign: run.campaign.campaign,
    definitions,
    state: run.campaign,
    records,
    counts: countsOf(run.records.map(({ record }) => record)),
    now: instant(run.at),
    where: run.where,
  };
}

const countryOf = ({ campaigns, centre }: Definitions, campaign: string): string =>
  campaigns[campaign]?.country ?? centre.country;

function countsOf(records: readonly CampaignRecord[]): Counts {
  const counts: Record<string, number> = {};
  for (const { state } of records) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

export async function recordsOnAws(
  name: string,
  folder: string,
  campaign: string,
  wanted: string | undefined,
): Promise<FoundRecords | NotFound> {
  const deployed = await deployedCentre(name, folder);
  if (deployed.kind === 'nothing') return deployed;
  const { definitions, tables } = deployed;
  const db = dynamo(dynamoClient());
  const store = dynamoRecordStore(db, { ...tables, dueIndex: 'due' });
  const journal = dynamoJournal(db, tables.journal);
  const id = campaignId(campaign);
  const now = instant(Date.now());
  const found =
    wanted === undefined
      ? await latestIn(store, id, now)
      : await recordsNamed(store, definitions, id, wanted);
  const [state, counts, records] = await Promise.all([
    dynamoCampaignStore(db, tables).load(id),
    store.counts(id),
    Promise.all(found.map(async (record) => ({ record, journal: await journal.ofRecord(record) }))),
  ]);
  if (records.length === 0) return notFound(noSuchRecord(definitions, campaign, wanted));
  const where = `deployment ${name}`;
  return { kind: 'found', campaign, definitions, state, records, counts, now, where };
}

/** By what a deployment finds records without reading them all. */
export async function recordsNamed(
  store: Pick<RecordStore, 'load' | 'lookUp'>,
  definitions: Definitions,
  campaign: CampaignId,
  wanted: string,
): Promise<readonly CampaignRecord[]> {
  const exact = await store.load({ campaign, record: recordId(wanted) });
  if (exact) return [exact];
  const phones = [...phonesIn(wanted, countryOf(definitions, campaign))];
  const keys = [
    ...phones.map((phone) => ({ by: 'phone', phone }) as const),
    ...lookUpFields(definitions, campaign).map(
      (field) => ({ by: 'field', field, value: wanted }) as const,
    ),
  ];
  const found = await Promise.all(keys.map((key) => store.lookUp(campaign, key)));
  return [...new Map(found.flat().map((record) => [record.record, record])).values()];
}

/** Those that the dialer has to do with: under way, due, set aside. */
async function latestIn(
  store: Pick<RecordStore, 'inFlight' | 'due' | 'setAside'>,
  campaign: CampaignId,
  now: Instant,
): Promise<readonly CampaignRecord[]> {
  const found = await Promise.all([
    store.inFlight(campaign),
    store.setAside(campaign, MOST_LISTED),
    store.due(campaign, now, MOST_LISTED),
  ]);
  return found
    .flat()
    .toSorted((a, b) => b.updatedAt - a.updatedAt)
    .slice(0, MOST_LISTED);
}

function noSuchRecord(
  definitions: Definitions,
  campaign: string,
  wanted: string | undefined,
): string {
  if (wanted === undefined)
    return `no record of campaign '${campaign}' is being called, due or set aside`;
  const fields = lookUpFields(definitions, campaign);
  const by = ['id', 'number', ...fields];
  return `campaign '${campaign}' has no record '${wanted}'; a deployment finds records by ${listed(by)}`;
}
