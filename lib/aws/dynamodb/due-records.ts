// Due records lie in shards of the index; each is read from its oldest on. Every shard gives a
// share first, and only when that is too little are they read on: what is read does not grow with
// the table.
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Dynamo, Page } from './document-table.ts';
import type { Item } from './items.ts';
import { asRecord, DUE_SHARDS, dueBucket } from './record-items.ts';

interface Shard {
  readonly bucket: string;
  readonly items: Item[];
  next: Page['next'];
  open: boolean;
}

export async function dueRecords(
  db: Dynamo,
  { table, index }: { readonly table: string; readonly index: string },
  campaign: CampaignId,
  until: Instant,
  limit: number,
): Promise<readonly CampaignRecord[]> {
  if (limit <= 0) return [];
  const share = Math.ceil(limit / DUE_SHARDS) + 2;
  const shards = Array.from(
    { length: DUE_SHARDS },
    (_, n): Shard => ({ bucket: dueBucket(campaign, n), items: [], next: undefined, open: true }),
  );
  const readOn = async (shard: Shard) => {
    const page = await db.page({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: '#bucket = :bucket AND #at <= :until',
      ExpressionAttributeNames: { '#bucket': 'bucket', '#at': 'at' },
      ExpressionAttributeValues: { ':bucket': shard.bucket, ':until': until },
      Limit: share,
      ExclusiveStartKey: shard.next,
    });
    shard.items.push(...page.items);
    shard.next = page.next;
    shard.open = page.next !== undefined;
  };
  const found = () => shards.reduce((sum, shard) => sum + shard.items.length, 0);
  do {
    await Promise.all(shards.filter((shard) => shard.open).map(readOn));
  } while (found() < limit && shards.some((shard) => shard.open));
  const oldestFirst = (a: Item, b: Item) => Number(a.at) - Number(b.at);
  const items = shards.flatMap((shard) => shard.items).toSorted(oldestFirst);
  return items.slice(0, limit).map(asRecord);
}
