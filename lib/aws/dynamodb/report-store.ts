// What reports are made of, from the records table: figures by month, contacts by day, and recalls
// from the index of those that are due, rank by rank.
import type { RecallPosition, ReportStore } from '../../application/ports/report-store.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { mergedPages, pageOfDay } from './contacts-of-day.ts';
import type { Dynamo } from './document-table.ts';
import { ranksInUse } from './due-records.ts';
import { type KeyShards, shardKeys, shardOf } from './key-shards.ts';
import { asRecord, contactsOfDay, dueBucket, recordKey } from './record-items.ts';
import { recordShards } from './record-shards.ts';
import {
  asFigures,
  asWay,
  figuresPartition,
  waysBegin,
  waysPartition,
  waysWith,
} from './report-items.ts';

/** Queries for one page of recalls: among them may be first calls put off until later. */
const MOST_QUERIES = 8;

interface ReportTables {
  readonly records: string;
  readonly dueIndex: string;
  /** As the record store has them (key-shards.ts). */
  readonly shards?: number;
}

export function dynamoReportStore(db: Dynamo, tables: ReportTables): ReportStore {
  const { records, dueIndex } = tables;
  const shards = recordShards(db, tables);
  const keysOf = async (campaign: CampaignId, key: string) =>
    shardKeys(key, await shards.known(campaign));
  const figureItems = async (campaign: CampaignId, from: string, to: string) => {
    const months = await Promise.all(
      monthsBetween(from, to).map((month) => keysOf(campaign, figuresPartition(campaign, month))),
    );
    const items = months.flat().map((pk) =>
      db.all({
        TableName: records,
        KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
        // the sign after #
        ExpressionAttributeValues: { ':pk': pk, ':from': `${from}#`, ':to': `${to}$` },
      }),
    );
    return (await Promise.all(items)).flat();
  };
  return {
    figures: async (campaign, from, to) => asFigures(await figureItems(campaign, from, to)),
    async ways(campaign, day, of) {
      const keys = await keysOf(campaign, waysPartition(campaign, day));
      const items = keys.map((pk) =>
        db.all({
          TableName: records,
          KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begin)',
          ExpressionAttributeValues: { ':pk': pk, ':begin': waysBegin(of) },
        }),
      );
      const [alone, figures] = await Promise.all([
        Promise.all(items),
        figureItems(campaign, day, day),
      ]);
      return [...alone.flat().map((item) => asWay(day, item)), ...waysWith(figures, of)];
    },
    async contacts(campaign, day, { limit, from }) {
      const keys = await keysOf(campaign, contactsOfDay(campaign, day));
      return pageOfDay({ db, records, dueIndex, campaign, keys, limit }, from);
    },
    async recalls(campaign, { limit, from }) {
      const ranks = (await ranksInUse(db, records, campaign, shards)).map(({ rank }) => rank);
      const reading = { db, records, dueIndex, campaign, shards };
      const [rank] = ranks;
      const begin = from ?? (rank === undefined ? undefined : { rank });
      return begin === undefined ? { records: [] } : recallsFrom(reading, ranks, begin, limit);
    },
  };
}

interface Reading {
  readonly db: Pick<Dynamo, 'page'>;
  readonly records: string;
  readonly dueIndex: string;
  readonly campaign: CampaignId;
  readonly shards: KeyShards;
}

async function recallsFrom(
  reading: Reading,
  ranks: readonly number[],
  from: RecallPosition,
  limit: number,
) {
  const found: CampaignRecord[] = [];
  let place: RecallPosition | undefined = from;
  for (let n = 0; n < MOST_QUERIES && place !== undefined; n++) {
    const { rank }: RecallPosition = place;
    const { items, isAll } = await recallPage(reading, place, limit - found.length);
    const records = items.map(asRecord);
    found.push(...records.filter(({ state }) => state === 'recall-scheduled'));
    place = isAll ? rankAfter(rank, ranks) : positionAt(rank, records.at(-1));
    if (found.length >= limit) break;
  }
  return { records: found, next: place };
}

function rankAfter(rank: number, ranks: readonly number[]): RecallPosition | undefined {
  const next = ranks.find((one) => one > rank);
  return next === undefined ? undefined : { rank: next };
}

const positionAt = (rank: number, last: CampaignRecord | undefined): RecallPosition | undefined =>
  last?.nextContact === undefined
    ? undefined
    : { rank, after: { at: last.nextContact, record: last.record } };

/** Of one moment, those of the first bucket come first. */
async function recallPage(
  { db, records, dueIndex, campaign, shards }: Reading,
  { rank, after }: RecallPosition,
  limit: number,
) {
  const known = shards.seen(campaign);
  const last = after && shardOf(after.record, known);
  const pages = await Promise.all(
    Array.from({ length: known }, (_, shard) => {
      const bucket = dueBucket(campaign, rank, shard);
      const query = {
        TableName: records,
        IndexName: dueIndex,
        KeyConditionExpression: '#bucket = :bucket',
        ExpressionAttributeNames: { '#bucket': 'bucket' },
        ExpressionAttributeValues: { ':bucket': bucket },
        Limit: limit,
      };
      if (after === undefined || last === undefined) return db.page(query);
      if (shard === last) {
        const key = recordKey({ campaign, record: after.record });
        return db.page({ ...query, ExclusiveStartKey: { ...key, bucket, at: after.at } });
      }
      return db.page({
        ...query,
        KeyConditionExpression: `#bucket = :bucket AND #at ${shard < last ? '>' : '>='} :at`,
        ExpressionAttributeNames: { '#bucket': 'bucket', '#at': 'at' },
        ExpressionAttributeValues: { ':bucket': bucket, ':at': after.at },
      });
    }),
  );
  return mergedPages(pages, limit, (a, b) => Number(a.at) - Number(b.at));
}

function monthsBetween(from: string, to: string): readonly string[] {
  const months: string[] = [];
  for (let month = from.slice(0, 7); month <= to.slice(0, 7); month = monthAfter(month))
    months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year, n] = month.split('-').map(Number);
  return new Date(Date.UTC(year ?? 0, n ?? 0, 1)).toISOString().slice(0, 7);
}
