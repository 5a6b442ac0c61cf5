// Everything the tables of a finished local run hold. A scan: fit for a tool over a small store,
// never for a function.
import { attemptWithin } from '../../aws/dynamodb/attempt-items.ts';
import { dynamoCampaignStore } from '../../aws/dynamodb/campaign-store.ts';
import type { DocumentClient, Page } from '../../aws/dynamodb/document-client.ts';
import { dynamo, dynamoClient } from '../../aws/dynamodb/document-table.ts';
import type { Item } from '../../aws/dynamodb/items.ts';
import { entriesOf } from '../../aws/dynamodb/journal-items.ts';
import { asAttempt, asRecord } from '../../aws/dynamodb/record-items.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { CampaignEntry, RecordEntry } from '../../domain/model/journal.ts';
import type { WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import type { KeptRecord, Snapshot } from '../last-run.ts';
import type { LocalCentre } from './local-centre.ts';

export type Everything = Omit<Snapshot, 'definitions' | 'at'> & {
  readonly journalEntries: number;
  readonly deliveries: readonly WebhookDelivery[];
};

const isDelivery = ({ pk, sk }: Item): boolean =>
  String(pk).startsWith('webhook#') && String(sk).startsWith('msg_');

/** @param beside the other campaigns that ran */
export async function everything(
  centre: LocalCentre,
  campaign: CampaignId,
  beside: readonly CampaignId[] = [],
): Promise<Everything> {
  const client = dynamoClient(centre.cloud.clientConfig());
  const [stored, journal, runtime] = await Promise.all([
    scan(client, centre.tables.records),
    scan(client, centre.tables.journal),
    scan(client, centre.tables.runtime),
  ]);
  const entries = byPartition(journal);
  const things = byPartition(stored);
  const ran = new Set<unknown>([campaign, ...beside]);
  const records = [...things].flatMap(([pk, items]): KeptRecord[] => {
    const record = items.find(({ sk }) => sk === 'record');
    if (!record || !ran.has(record.campaign)) return [];
    const attempts = items.filter(({ sk }) => String(sk).startsWith('attempt#'));
    const underWay = attemptWithin(record);
    return [
      {
        record: asRecord(record),
        attempts: [...attempts.map(asAttempt), ...(underWay ? [underWay] : [])],
        journal: (entries.get(pk) ?? []).flatMap((item) => entriesOf<RecordEntry>(item)),
      },
    ];
  });
  const campaigns = dynamoCampaignStore(dynamo(client), centre.tables);
  const keptOf = async (id: CampaignId) => ({
    campaign: await campaigns.load(id),
    campaignJournal: (entries.get(`campaign#${id}`) ?? []).flatMap((item) =>
      entriesOf<CampaignEntry>(item),
    ),
  });
  return {
    records,
    ...(await keptOf(campaign)),
    beside: await Promise.all(beside.map(keptOf)),
    journalEntries: journal.flatMap(entriesOf).length,
    deliveries: runtime.filter(isDelivery).map((item) => bare<WebhookDelivery>(item)),
  };
}

async function scan(client: DocumentClient, TableName: string): Promise<readonly Item[]> {
  const items: Item[] = [];
  let from: Page['next'];
  do {
    const page: Page = await client.scan({ TableName, ExclusiveStartKey: from });
    items.push(...page.items);
    from = page.next;
  } while (from);
  return items;
}

/** Items of one partition in the order of their sort keys. */
function byPartition(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const sorted = items.toSorted((a, b) => (String(a.sk) < String(b.sk) ? -1 : 1));
  return Map.groupBy(sorted, ({ pk }) => String(pk));
}

function bare<T>({ pk: _pk, sk: _sk, bucket: _bucket, at: _at, ...thing }: Item): T {
  return thing as T;
}
