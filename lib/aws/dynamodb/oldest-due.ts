// The oldest records of some buckets of due records: each is read page by page, as far as another
// does not hold older ones, from where a look before has come to (seen-buckets.ts).

import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, instant, plus } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { AHEAD } from '../../domain/records/rest.ts';
import type { Dynamo, Page } from './document-table.ts';
import type { Item } from './items.ts';
import { asRecord } from './record-items.ts';
import type { SeenBuckets } from './seen-buckets.ts';

export interface DueTable {
  readonly table: string;
  readonly index: string;
}

export interface Resting {
  /** Before which moment no further record is due; undefined when more may be due now. */
  next: Instant | undefined;
}

export interface DueReading extends DueTable {
  readonly db: Pick<Dynamo, 'page'>;
  readonly until: Instant;
  readonly rest: Resting;
  /** Of buckets in use today, which are remembered under the count of records due soon. */
  readonly learned?: {
    readonly campaign: CampaignId;
    readonly seen: SeenBuckets;
    readonly soon: number;
    readonly isSure: boolean;
    readonly orders: number | undefined;
  };
}

interface Shard {
  readonly bucket: string;
  /** All that was read of it, oldest first. */
  readonly items: Item[];
  /** When it was looked at first, and as far as it was read. */
  readonly from: Instant;
  ahead: Instant;
  next: Page['next'];
  /** More of it may be due. */
  open: boolean;
}

/**
 * The oldest records of some buckets. Each gives a part first; then whichever may still hold an
 * older record than those found is read on.
 */
export async function oldestOf(
  reading: DueReading,
  buckets: readonly string[],
  limit: number,
): Promise<readonly CampaignRecord[]> {
  const shards = buckets.flatMap((bucket) => toLookAt(bucket, reading) ?? []);
  if (shards.length === 0) return [];
  const { until } = reading;
  const dueOf = ({ items }: Shard) => items.filter(({ at }) => Number(at) <= until);
  const page = shards.length === 1 ? limit : Math.ceil(limit / shards.length) + 2;
  let toRead = shards.filter(({ items }) => items.length === 0);
  for (;;) {
    await Promise.all(toRead.map((shard) => readOn(shard, reading, page)));
    const known = Math.min(...shards.map(knownUntil));
    const sure = shards.flatMap((shard) => dueOf(shard).filter(({ at }) => Number(at) <= known));
    if (sure.length >= limit) break;
    toRead = shards.filter((shard) => knownUntil(shard) === known && shard.open);
    if (toRead.length === 0) break;
  }
  // of one moment, as after an import, some of each bucket: else one would be emptied after another
  const items = shards.flatMap((shard) => dueOf(shard).map((item, n) => ({ item, n })));
  if (items.length > limit || shards.some(({ open }) => open)) reading.rest.next = undefined;
  for (const shard of shards) if (!shard.open) before(reading, nextOf(shard, until));
  return items
    .toSorted((a, b) => Number(a.item.at) - Number(b.item.at) || a.n - b.n)
    .slice(0, limit)
    .map(({ item }) => asRecord(item));
}

/** With what is known of it; undefined when nothing in it is due. */
function toLookAt(bucket: string, reading: DueReading): Shard | undefined {
  const { learned, until } = reading;
  const known = learned?.seen.of(bucket, until, learned.soon, learned.orders);
  if (known === undefined)
    return { bucket, items: [], from: until, ahead: until, next: undefined, open: true };
  if ('nothingBefore' in known) {
    before(reading, known.nothingBefore);
    return undefined;
  }
  const { items, next, from, ahead } = known;
  return { bucket, items: [...items], from, ahead, next, open: isOpen(items, next, until) };
}

/** Up to `until`, inclusive. */
const isOpen = (items: readonly Item[], next: Page['next'], until: Instant): boolean =>
  next !== undefined && Number(items.at(-1)?.at ?? 0) <= until;

/** When the first of it is due that is not yet. */
const nextOf = ({ items, ahead }: Shard, until: Instant): Instant =>
  instant(Number(items.find(({ at }) => Number(at) > until)?.at ?? ahead));

/** Another bucket's next record. */
function before({ rest }: DueReading, next: Instant): void {
  if (rest.next !== undefined && next < rest.next) rest.next = next;
}

/** Up to which moment every record of the shard has been read. */
function knownUntil({ open, items }: Shard): number {
  return open ? Number(items.at(-1)?.at ?? 0) : Number.POSITIVE_INFINITY;
}

async function readOn(shard: Shard, reading: DueReading, limit: number) {
  const { db, table, index, until, learned } = reading;
  const ahead = learned === undefined ? until : plus(until, AHEAD);
  const page = await db.page({
    TableName: table,
    IndexName: index,
    KeyConditionExpression: '#bucket = :bucket AND #at <= :until',
    ExpressionAttributeNames: { '#bucket': 'bucket', '#at': 'at' },
    ExpressionAttributeValues: { ':bucket': shard.bucket, ':until': ahead },
    Limit: limit,
    ExclusiveStartKey: shard.next,
  });
  shard.items.push(...page.items);
  shard.next = page.next;
  shard.ahead = ahead;
  shard.open = isOpen(shard.items, page.next, until);
  if (learned === undefined) return;
  const { bucket, items, from, next } = shard;
  const { campaign, soon, orders, seen, isSure } = learned;
  seen.note(bucket, { campaign, soon, from, ahead, items: [...items], next, orders, isSure });
}
