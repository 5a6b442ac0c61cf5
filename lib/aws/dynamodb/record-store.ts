// Records, attempts and messages in DynamoDB. A commit is one transaction over the record, its
// attempt and messages, the journal, the number's lock and the campaign's counters: all of them
// change or none does.

import type { RecordStore } from '../../application/ports/record-store.ts';
import { countsDelta } from '../../domain/campaigns/counts.ts';
import type { Change, Committed } from '../../domain/model/change.ts';
import { type CampaignId, recordId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import { type LookUp, lookUpChanges, lookUpKey, MOST_FOUND } from '../../domain/records/look-up.ts';
import type { Dynamo, Write } from './document-table.ts';
import { dueRecords, rankList } from './due-records.ts';
import { recordEntries } from './journal-items.ts';
import { freeNumber, takeNumber } from './number-lock.ts';
import {
  asAttempt,
  asMessage,
  asRecord,
  attemptItem,
  attemptKey,
  COUNT_SHARDS,
  contactItem,
  contactKey,
  contentOf,
  countsKey,
  countsPartition,
  erasureBucket,
  flightBucket,
  hangingBucket,
  lookUpItem,
  lookUpItemKey,
  lookUpPartition,
  messageItem,
  messageKey,
  ownerOf,
  partitionOf,
  recordItem,
  recordKey,
} from './record-items.ts';
import { add, isStill, put, remove } from './writes.ts';

export interface RecordTables {
  readonly records: string;
  /** Index of the records table by bucket and moment. */
  readonly dueIndex: string;
  readonly journal: string;
  readonly runtime: string;
}

/**
 * Fields of a campaign's records that callers are asked for; asked only when a record's fields
 * change.
 */
type LookUpFields = (campaign: CampaignId) => readonly string[];

export function dynamoRecordStore(
  db: Dynamo,
  tables: RecordTables,
  lookUpFields: LookUpFields = () => [],
): RecordStore {
  const { records, dueIndex } = tables;
  const listRank = rankList(db, records);
  const ofBucket = (bucket: string, until = Number.MAX_SAFE_INTEGER) =>
    db.all({
      TableName: records,
      IndexName: dueIndex,
      KeyConditionExpression: '#bucket = :bucket AND #at < :until',
      ExpressionAttributeNames: { '#bucket': 'bucket', '#at': 'at' },
      ExpressionAttributeValues: { ':bucket': bucket, ':until': until },
    });
  return {
    load: async (ref) => optional(asRecord, await db.get(records, recordKey(ref))),
    loadAttempt: async (ref, id) => optional(asAttempt, await db.get(records, attemptKey(ref, id))),
    loadMessage: async (ref, id) => optional(asMessage, await db.get(records, messageKey(ref, id))),
    findByContact: async (contact) => optional(ownerOf, await db.get(records, contactKey(contact))),
    lookUp: (campaign, by) => lookUp(db, records, campaign, by),
    commit: async (change) => {
      await listRank(change.after);
      return commit(db, tables, change, lookUpFields);
    },
    due: (campaign, until, limit) =>
      dueRecords(db, { table: records, index: dueIndex }, campaign, until, limit),
    inFlight: async (campaign) => (await ofBucket(flightBucket(campaign))).map(asRecord),
    hangingMessages: async (campaign, before) =>
      (await ofBucket(hangingBucket(campaign), before)).map(asMessage),
    kept: async (ref) => {
      const items = await db.all({
        TableName: records,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(ref) },
        ConsistentRead: true,
      });
      const under = (prefix: string) => items.filter(({ sk }) => sk.startsWith(prefix));
      return {
        attempts: under('attempt#').map(asAttempt),
        messages: under('message#').map(asMessage),
      };
    },
    toErase: async (campaign) => (await ofBucket(erasureBucket(campaign))).map(asRecord),
    counts: (campaign) => counts(db, records, campaign),
  };
}

const optional = <A, B>(read: (value: A) => B, value: A | undefined): B | undefined =>
  value === undefined ? undefined : read(value);

/** What a refused write of the transaction means. */
type Meaning = Exclude<Committed, 'committed'> | 'not-held';

async function commit(
  db: Dynamo,
  tables: RecordTables,
  change: Change,
  lookUpFields: LookUpFields,
): Promise<Committed> {
  const parts = [
    ...partsOf(tables, change),
    ...lookedUp(tables.records, change, lookUpFields).map(conflicting),
  ];
  const refused = (await db.transact(parts.map(({ write }) => write))).map(
    (n) => parts[n]?.refused,
  );
  if (refused.length === 0) return 'committed';
  if (refused.includes('conflict')) return 'conflict';
  if (refused.includes('number-taken')) return 'number-taken';
  // Only the lock to be freed was refused: another attempt holds the number by now, and keeps it.
  const { freeNumber: _, ...rest } = change;
  return commit(db, tables, rest, lookUpFields);
}

interface Part {
  readonly write: Write;
  readonly refused: Meaning;
}

function partsOf(tables: RecordTables, change: Change): readonly Part[] {
  const { after, attempt, messages = [], takeNumber: take, freeNumber: free } = change;
  const changes = [change, ...(attempt ? [attempt] : []), ...messages];
  for (const { before, after } of changes) {
    const from = before?.version ?? 0;
    invariant(after.version === from + 1, `a change goes from version ${from} to ${after.version}`);
  }
  const { records, journal, runtime } = tables;
  const contact = attempt?.after.contact;
  return [
    conflicting(put(records, recordItem(after), isStill(change.before))),
    ...(attempt
      ? [conflicting(put(records, attemptItem(attempt.after), isStill(attempt.before)))]
      : []),
    ...(attempt && contact !== undefined && begins(attempt)
      ? [conflicting(put(records, contactItem(contact, attempt.after)))]
      : []),
    ...messages.map((each) =>
      conflicting(put(records, messageItem(each.after), isStill(each.before))),
    ),
    ...recordEntries(journal, after, after.version, change.entries).map(conflicting),
    ...counted(records, change).map(conflicting),
    ...(take ? [{ write: takeNumber(runtime, take), refused: 'number-taken' } as const] : []),
    // A transaction may not name one item twice: taking the number anew is freeing it, too.
    ...(free && free.phone !== take?.phone
      ? [{ write: freeNumber(runtime, free), refused: 'not-held' } as const]
      : []),
  ];
}

/** The contact leads to this attempt from now on: it is new, or has come back to its record. */
const begins = ({ before, after }: NonNullable<Change['attempt']>): boolean =>
  before?.contact === undefined || (before.settled && !after.settled);

/** Where the record is found by number or key, kept with the record in the same transaction. */
function lookedUp(table: string, change: Change, fieldsOf: LookUpFields): readonly Write[] {
  const { before, after } = change;
  const { campaign, record } = after;
  const { added, removed } = lookUpChanges(before, after, () => fieldsOf(campaign));
  return [
    ...added.map((key) => put(table, lookUpItem(campaign, key, record))),
    ...removed.map((key) => remove(table, lookUpItemKey(campaign, key, record))),
  ];
}

async function lookUp(db: Dynamo, table: string, campaign: CampaignId, by: LookUp) {
  const { items } = await db.page({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': lookUpPartition(campaign, lookUpKey(by)) },
    Limit: MOST_FOUND,
    ConsistentRead: true,
  });
  const refs = items.map(({ sk }) => ({ campaign, record: recordId(sk) }));
  const found = await Promise.all(refs.map((ref) => db.get(table, recordKey(ref))));
  return found.flatMap((item) => (item === undefined ? [] : [asRecord(item)]));
}

const conflicting = (write: Write): Part => ({ write, refused: 'conflict' });

function counted(table: string, change: Change): readonly Write[] {
  const delta = countsDelta(change);
  if (Object.keys(delta).length === 0) return [];
  // Any shard will do, and a rival most likely takes another.
  const shard = Math.floor(Math.random() * COUNT_SHARDS);
  return [add(table, countsKey(change.after.campaign, shard), delta)];
}

async function counts(db: Dynamo, table: string, campaign: CampaignId) {
  const shards = await db.all({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': countsPartition(campaign) },
    ConsistentRead: true,
  });
  const sums: Record<string, number> = {};
  for (const shard of shards) {
    for (const [name, value] of Object.entries(contentOf(shard))) {
      sums[name] = (sums[name] ?? 0) + Number(value);
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
