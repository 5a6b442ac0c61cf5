// What reports are made of, from the records table: figures by month, contacts by day, and recalls
// from the index of those that are due, rank by rank.
import type { RecallPosition, ReportStore } from '../../application/ports/report-store.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Dynamo, Page } from './document-table.ts';
import { ranksInUse } from './due-records.ts';
import { asRecord, dueBucket, recordKey } from './record-items.ts';
import {
  asAttemptRef,
  asFigures,
  asWay,
  contactsPartition,
  figuresPartition,
  waysBegin,
  waysPartition,
} from './report-items.ts';

/** Queries for one page of recalls: among them may be first calls put off until later. */
const MOST_QUERIES = 8;

export function dynamoReportStore(
  db: Dynamo,
  { records, dueIndex }: { readonly records: string; readonly dueIndex: string },
): ReportStore {
  return {
    async figures(campaign, from, to) {
      const months = await Promise.all(
        monthsBetween(from, to).map((month) =>
          db.all({
            TableName: records,
            KeyConditionExpression: 'pk = :pk AND sk BETWEEN :from AND :to',
            ExpressionAttributeValues: {
              ':pk': figuresPartition(campaign, month),
              ':from': `${from}#`,
              // the sign after #
              ':to': `${to}$`,
            },
          }),
        ),
      );
      return asFigures(months.flat());
    },
    async ways(campaign, day, of) {
      const items = await db.all({
        TableName: records,
        KeyConditionExpression: 'pk = :pk AND begins_with(sk, :begin)',
        ExpressionAttributeValues: { ':pk': waysPartition(campaign, day), ':begin': waysBegin(of) },
      });
      return items.map((item) => asWay(day, item));
    },
    async contacts(campaign, day, { limit, from }) {
      const pk = contactsPartition(campaign, day);
      const { items, next } = await db.page({
        TableName: records,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ScanIndexForward: false,
        Limit: limit,
        ExclusiveStartKey: from === undefined ? undefined : { pk, sk: from },
      });
      const contacts = items.map((item) => asAttemptRef(campaign, item));
      return { contacts, next: next && items.at(-1)?.sk };
    },
    async recalls(campaign, { limit, from }) {
      const ranks = (await ranksInUse(db, records, campaign)).map(({ rank }) => rank);
      const reading = { db, records, dueIndex, campaign, limit };
      const [rank] = ranks;
      const begin = from ?? (rank === undefined ? undefined : { rank });
      return begin === undefined ? { records: [] } : recallsFrom(reading, ranks, begin);
    },
  };
}

interface Reading {
  readonly db: Pick<Dynamo, 'page'>;
  readonly records: string;
  readonly dueIndex: string;
  readonly campaign: CampaignId;
  readonly limit: number;
}

async function recallsFrom(reading: Reading, ranks: readonly number[], from: RecallPosition) {
  const found: CampaignRecord[] = [];
  let place: RecallPosition | undefined = from;
  for (let n = 0; n < MOST_QUERIES && place !== undefined; n++) {
    const { rank }: RecallPosition = place;
    const page = await recallPage(reading, place, reading.limit - found.length);
    const records = page.items.map(asRecord);
    found.push(...records.filter(({ state }) => state === 'recall-scheduled'));
    place = page.next === undefined ? rankAfter(rank, ranks) : positionAt(rank, records.at(-1));
    if (found.length >= reading.limit) break;
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

function recallPage(
  { db, records, dueIndex, campaign }: Reading,
  { rank, after }: RecallPosition,
  limit: number,
): Promise<Page> {
  const bucket = dueBucket(campaign, rank);
  return db.page({
    TableName: records,
    IndexName: dueIndex,
    KeyConditionExpression: '#bucket = :bucket',
    ExpressionAttributeNames: { '#bucket': 'bucket' },
    ExpressionAttributeValues: { ':bucket': bucket },
    Limit: limit,
    ExclusiveStartKey: after && {
      ...recordKey({ campaign, record: after.record }),
      bucket,
      at: after.at,
    },
  });
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
