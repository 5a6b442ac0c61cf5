// Due records lie in the index by rank, in one bucket or, in a large centre, several
// (key-shards.ts), each from its oldest on. The ranks in use are listed on one item, so the buckets
// are read from the first rank on until there are enough: what is read grows neither with the
// records nor with what is due. Earlier versions spread every rank over two buckets, and before
// that had buckets without a rank: those are read, too, as long as they hold anything.

import type { RecordStore, SeenTurn } from '../../application/ports/record-store.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { callingRank, inCallingOrder } from '../../domain/records/next-records.ts';
import { AHEAD, IN_INDEX } from '../../domain/records/rest.ts';
import { begunOn } from './begun-contacts.ts';
import type { Dynamo } from './document-table.ts';
import { dueSoonOf } from './due-soon.ts';
import type { Item } from './items.ts';
import type { KeyShards } from './key-shards.ts';
import { type DueReading, type DueTable, oldestOf, type Resting } from './oldest-due.ts';
import { asRecord, bucketsWithoutRank, dueBucket, dueSoonKey, ranksKey } from './record-items.ts';
import type { SeenBuckets } from './seen-buckets.ts';

/** Ranks read at once. */
const RANKS_AT_ONCE = 4;
/** Records without a rank that are put in order among themselves, at least. */
const WITHOUT_RANK = 100;
/**
 * Nothing of this version writes to earlier buckets, so an empty one is looked at again once, in
 * case functions of the earlier version still ran while this one was deployed.
 */
const LOOK_AGAIN = 3_600_000;

type Db = Pick<Dynamo, 'get' | 'page' | 'update'>;

type DueRecords = Pick<RecordStore, 'due' | 'look' | 'dueAhead' | 'dueSoon' | 'begun'>;

/** @param seen what is known of buckets in use today */
export function dueRecords(
  db: Db,
  tables: DueTable,
  shards: KeyShards,
  seen: SeenBuckets,
): DueRecords {
  const empty = new EmptyBuckets();
  const asked = new Map<CampaignId, { readonly now: Instant; readonly listed: ListedRanks }>();
  /** Whoever has asked for the count at this moment has read the list of ranks with it. */
  const listOf = (campaign: CampaignId, now: Instant) => {
    const before = asked.get(campaign);
    asked.delete(campaign);
    return before?.now === now ? before.listed : ranksOf(db, tables.table, campaign, shards);
  };
  const search = async (campaign: CampaignId, until: Instant, limit: number, turn?: SeenTurn) => {
    const orders = seen.ordersOf(turn);
    const rest: Resting = { next: plus(until, AHEAD) };
    const plain: DueReading = { db, ...tables, until, rest };
    const read = async (
      reading: DueReading,
      current: readonly string[],
      earlier: readonly string[],
      most: number,
    ) => {
      const used = await empty.without(earlier, reading);
      // how far they were read nobody says
      if (used.length > 0) rest.next = undefined;
      return oldestOf(reading, [...current, ...used], most);
    };
    const [{ ranks, soon, countedAt }, without] = await Promise.all([
      listOf(campaign, until),
      read(plain, [], bucketsWithoutRank(campaign), Math.max(limit, WITHOUT_RANK)),
    ]);
    // what was counted lately may not be in the index yet
    const isSure = until - countedAt >= IN_INDEX;
    const found: CampaignRecord[] = [];
    for (let n = 0; n < ranks.length; n += RANKS_AT_ONCE) {
      if (found.length >= limit) {
        rest.next = undefined;
        break;
      }
      const lists = await Promise.all(
        ranks.slice(n, n + RANKS_AT_ONCE).map(({ rank, isEarlier, soon }) => {
          const bucket = (shard: number) => dueBucket(campaign, rank, shard);
          const current = Array.from({ length: shards.seen(campaign) }, (_, shard) =>
            bucket(shard),
          );
          const earlier = isEarlier && current.length === 1 ? [bucket(EARLIER)] : [];
          const reading = { ...plain, learned: { campaign, seen, soon, isSure, orders } };
          return read(reading, current, earlier, limit);
        }),
      );
      found.push(...lists.flat());
    }
    const isAll = found.length + without.length <= limit && isSure;
    const { next } = rest;
    return {
      due: inCallingOrder([...found, ...without]).slice(0, limit),
      rest: isAll && next !== undefined ? { until: next, dueSoon: soon } : undefined,
    };
  };
  return {
    look: search,
    dueAhead: (campaign, now) => inCallingOrder(seen.dueOf(campaign, now).map(asRecord)),
    due: async (campaign, until, limit) =>
      limit <= 0 ? [] : (await search(campaign, until, limit)).due,
    async dueSoon(campaign, now) {
      const listed = await ranksOf(db, tables.table, campaign, shards);
      asked.set(campaign, { now, listed });
      return listed.soon;
    },
    begun: async (campaign, now) =>
      begunOn((await ranksOf(db, tables.table, campaign, shards)).items, now),
  };
}

/** The bucket into which the version before shards has put every second record of a rank. */
const EARLIER = 1;

interface RankInUse {
  readonly rank: number;
  /** An earlier version has used it, with a second bucket. */
  readonly isEarlier: boolean;
  /** How many of its records were ever counted as due soon. */
  readonly soon: number;
}

export async function ranksInUse(
  db: Pick<Dynamo, 'get'>,
  table: string,
  campaign: CampaignId,
  shards: KeyShards,
): Promise<readonly RankInUse[]> {
  return (await ranksOf(db, table, campaign, shards)).ranks;
}

/** The list, and how many records due soon were ever counted, on however many items. */
async function ranksOf(
  db: Pick<Dynamo, 'get'>,
  table: string,
  campaign: CampaignId,
  shards: KeyShards,
) {
  const read = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from }, (_, n) => db.get(table, dueSoonKey(campaign, from + n))),
    );
  const before = shards.seen(campaign);
  const items = await read(0, before);
  const [item] = items;
  shards.note(campaign, item);
  items.push(...(await read(before, Math.max(before, shards.seen(campaign)))));
  const earlier = numbersOf(item?.ranks);
  const ranks = [...numbersOf(item?.inUse).union(earlier)]
    .toSorted((a, b) => a - b)
    .map(
      (rank): RankInUse => ({
        rank,
        isEarlier: earlier.has(rank),
        soon: sumOf(items, dueSoonOf(rank)),
      }),
    );
  const countedAt = Math.max(...items.map((each) => Number(each?.countedAt ?? 0)));
  return { ranks, soon: sumOf(items, 'dueSoon'), countedAt, items };
}

type ListedRanks = Awaited<ReturnType<typeof ranksOf>>;

const sumOf = (items: readonly (Item | undefined)[], name: string): number =>
  items.reduce((sum, each) => sum + Number(each?.[name] ?? 0), 0);

const numbersOf = (value: unknown): Set<number> =>
  new Set(value instanceof Set ? [...value].map(Number) : []);

/** Buckets of earlier versions that hold nothing, due or not. */
class EmptyBuckets {
  /** When they were found empty first; undefined once that was so an hour later. */
  private readonly seen = new Map<string, Instant | undefined>();

  async without(buckets: readonly string[], reading: DueReading): Promise<readonly string[]> {
    const found = await Promise.all(buckets.map((bucket) => this.holds(bucket, reading)));
    return buckets.filter((_, n) => found[n]);
  }

  private async holds(bucket: string, { db, table, index, until }: DueReading): Promise<boolean> {
    const seen = this.seen.get(bucket);
    if (this.seen.has(bucket) && (seen === undefined || until - seen < LOOK_AGAIN)) return false;
    const { items } = await db.page({
      TableName: table,
      IndexName: index,
      KeyConditionExpression: '#bucket = :bucket',
      ExpressionAttributeNames: { '#bucket': 'bucket' },
      ExpressionAttributeValues: { ':bucket': bucket },
      Limit: 1,
    });
    if (items.length > 0) return true;
    this.seen.set(bucket, seen === undefined ? until : undefined);
    return false;
  }
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
      UpdateExpression: 'ADD inUse :rank',
      ExpressionAttributeValues: { ':rank': new Set([rank]) },
      ReturnValues: 'NONE',
    });
    listed.add(name);
  };
}
