// Due records lie in the index by rank and shard, each bucket from its oldest on. The ranks in use
// are listed on one item, so the buckets are read from the first rank on until there are enough:
// what is read grows neither with the records nor with what is due. Records that versions before
// ranks have written lie in buckets without one and are read, too.

import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { callingRank, inCallingOrder } from '../../domain/records/next-records.ts';
import type { Dynamo, Page } from './document-table.ts';
import type { Item } from './items.ts';
import { asRecord, bucketWithoutRank, DUE_SHARDS, dueBucket, ranksKey } from './record-items.ts';

/** Ranks read at once. */
const RANKS_AT_ONCE = 4;
/** Records without a rank that are put in order among themselves, at least. */
const WITHOUT_RANK = 100;

type Db = Pick<Dynamo, 'get' | 'page' | 'update'>;

interface DueTable {
  readonly table: string;
  readonly index: string;
}

export async function dueRecords(
  db: Db,
  tables: DueTable,
  campaign: CampaignId,
  until: Instant,
  limit: number,
): Promise<readonly CampaignRecord[]> {
  if (limit <= 0) return [];
  const read = (bucketOf: (shard: number) => string, most: number) =>
    oldestOf({ db, ...tables, until }, bucketOf, most);
  const [ranks, without] = await Promise.all([
    ranksInUse(db, tables.table, campaign),
    read((shard) => bucketWithoutRank(campaign, shard), Math.max(limit, WITHOUT_RANK)),
  ]);
  const found: CampaignRecord[] = [];
  for (let n = 0; n < ranks.length && found.length < limit; n += RANKS_AT_ONCE) {
    const some = ranks.slice(n, n + RANKS_AT_ONCE);
    const lists = await Promise.all(
      some.map((rank) => read((shard) => dueBucket(campaign, rank, shard), limit)),
    );
    found.push(...lists.flat());
  }
  return inCallingOrder([...found, ...without]).slice(0, limit);
}

async function ranksInUse(db: Db, table: string, campaign: CampaignId): Promise<readonly number[]> {
  const item = await db.get(table, ranksKey(campaign));
  const ranks = item?.ranks;
  return ranks instanceof Set ? [...ranks].map(Number).toSorted((a, b) => a - b) : [];
}

interface Reading extends DueTable {
  readonly db: Db;
  readonly until: Instant;
}

interface Shard {
  readonly bucket: string;
  readonly items: Item[];
  next: Page['next'];
  open: boolean;
}

/**
 * The oldest records of a bucket's shards. Each gives a part first; then whichever may still hold
 * an older record than those found is read on.
 */
async function oldestOf(
  reading: Reading,
  bucketOf: (shard: number) => string,
  limit: number,
): Promise<readonly CampaignRecord[]> {
  const page = Math.ceil(limit / DUE_SHARDS) + 2;
  const shards = Array.from(
    { length: DUE_SHARDS },
    (_, n): Shard => ({ bucket: bucketOf(n), items: [], next: undefined, open: true }),
  );
  let toRead = shards;
  while (toRead.length > 0) {
    await Promise.all(toRead.map((shard) => readOn(shard, reading, page)));
    const known = Math.min(...shards.map(knownUntil));
    const sure = shards.flatMap(({ items }) => items.filter(({ at }) => Number(at) <= known));
    toRead =
      sure.length >= limit
        ? []
        : shards.filter((shard) => knownUntil(shard) === known && shard.open);
  }
  const items = shards.flatMap((shard) => shard.items);
  return items
    .toSorted((a, b) => Number(a.at) - Number(b.at))
    .slice(0, limit)
    .map(asRecord);
}

/** Up to which moment every record of the shard has been read. */
function knownUntil({ open, items }: Shard): number {
  return open ? Number(items.at(-1)?.at ?? 0) : Number.POSITIVE_INFINITY;
}

async function readOn(shard: Shard, { db, table, index, until }: Reading, limit: number) {
  const page = await db.page({
    TableName: table,
    IndexName: index,
    KeyConditionExpression: '#bucket = :bucket AND #at <= :until',
    ExpressionAttributeNames: { '#bucket': 'bucket', '#at': 'at' },
    ExpressionAttributeValues: { ':bucket': shard.bucket, ':until': until },
    Limit: limit,
    ExclusiveStartKey: shard.next,
  });
  shard.items.push(...page.items);
  shard.next = page.next;
  shard.open = page.next !== undefined;
}

/**
 * Lists the rank of a record before it is stored under it; a rank this process has listed is not
 * written again.
 */
export function rankList(db: Db, table: string): (record: CampaignRecord) => Promise<void> {
  const listed = new Set<string>();
  return async (record) => {
    if (record.nextContact === undefined || record.current || record.toErase) return;
    const { campaign } = record;
    const rank = callingRank(record);
    const name = `${campaign}#${rank}`;
    if (listed.has(name)) return;
    await db.update({
      TableName: table,
      Key: ranksKey(campaign),
      UpdateExpression: 'ADD ranks :rank',
      ExpressionAttributeValues: { ':rank': new Set([rank]) },
      ReturnValues: 'NONE',
    });
    listed.add(name);
  };
}
