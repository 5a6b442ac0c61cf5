// Records, attempts and messages in DynamoDB. A commit is one transaction over the record, its
// attempt and messages, the journal, the number's lock and the campaign's counters: all of them
// change or none does.

import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import type { RecordStore } from '../../application/ports/record-store.ts';
import type { Counts } from '../../domain/campaigns/campaign-state.ts';
import { countsDelta } from '../../domain/campaigns/counts.ts';
import {
  type Change,
  type Committed,
  type JoinedChange,
  leavesRecord,
} from '../../domain/model/change.ts';
import { type AgentId, type CampaignId, campaignId, recordId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import { invariant } from '../../domain/model/invariant.ts';
import { type LookUp, lookUpChanges, lookUpKey, MOST_FOUND } from '../../domain/records/look-up.ts';
import { waitsFor } from '../../domain/records/waits-for.ts';
import { type DayOf, dayCounts, entersLists } from '../../domain/reports/day-counts.ts';
import { wayCounts } from '../../domain/reports/way-counts.ts';
import { addTogether } from './add-together.ts';
import { contactOwners } from './contact-owners.ts';
import type { Dynamo, Write } from './document-table.ts';
import { dueRecords, rankList } from './due-records.ts';
import { recordEntries } from './journal-items.ts';
import { countDueSoon } from './nothing-due.ts';
import { freeNumber, takeNumber } from './number-lock.ts';
import {
  agentBucket,
  asAttempt,
  asideBucket,
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
  flightBucket,
  lookUpItem,
  lookUpItemKey,
  lookUpPartition,
  messageItem,
  messageKey,
  ownerOf,
  partitionOf,
  recordItem,
  recordKey,
  unhandledBucket,
  waitingItem,
  waitingKey,
  waitingPartition,
} from './record-items.ts';
import {
  figuresKey,
  listedContact,
  SHARDS_WITHOUT_AGENT,
  WAY_SHARDS,
  waysKey,
} from './report-items.ts';
import { sweptBuckets } from './swept-buckets.ts';
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

/** For those who only read: neither numbers are locked nor records looked up by them. */
const READ_ONLY: Pseudonyms = {
  of: () => Promise.reject(new Error('this store was made without pseudonyms, to read only')),
};

export function dynamoRecordStore(
  db: Dynamo,
  tables: RecordTables,
  pseudonyms: Pseudonyms = READ_ONLY,
  lookUpFields: LookUpFields = () => [],
  dayOf: DayOf = utcDay,
): RecordStore {
  const { records, dueIndex } = tables;
  const listRank = rankList(db, records);
  const dueOnes = dueRecords(db, { table: records, index: dueIndex });
  /** Before they are stored, so that nobody who dies in between leaves one that no look finds. */
  const announced = async (changes: readonly Change[]) => {
    const ranks = changes.map(({ after }) => listRank(after));
    await Promise.all([...ranks, countDueSoon(db, records, changes)]);
  };
  const commitEach = async (changes: readonly JoinedChange[]) => {
    const [first] = changes;
    if (first === undefined) return [];
    await announced(changes);
    const place = { tables, pseudonyms, lookUpFields, dayOf };
    const together = await Promise.all(
      changes.map(async (change) => {
        const parts = await itemParts(place, change);
        const writes = parts.map(({ write }) => write);
        // a joined change frees no number
        const refused = parts.map((part) =>
          part.refused === 'not-held' ? 'conflict' : part.refused,
        );
        return { writes, refused, counts: countsDelta(change) };
      }),
    );
    const { campaign } = first.after;
    const done = await addTogether(db, together, (counts) => counted(records, campaign, counts));
    return done;
  };
  const ofBucket = (bucket: string, until = Number.MAX_SAFE_INTEGER) =>
    db.all({
      TableName: records,
      IndexName: dueIndex,
      KeyConditionExpression: '#bucket = :bucket AND #at < :until',
      ExpressionAttributeNames: { '#bucket': 'bucket', '#at': 'at' },
      ExpressionAttributeValues: { ':bucket': bucket, ':until': until },
    });
  const firstOfBucket = async (bucket: string, Limit: number) => {
    const { items } = await db.page({
      TableName: records,
      IndexName: dueIndex,
      KeyConditionExpression: '#bucket = :bucket',
      ExpressionAttributeNames: { '#bucket': 'bucket' },
      ExpressionAttributeValues: { ':bucket': bucket },
      Limit,
    });
    return items;
  };
  return {
    load: async (ref) => optional(asRecord, await db.get(records, recordKey(ref))),
    loadAttempt: async (ref, id) => optional(asAttempt, await db.get(records, attemptKey(ref, id))),
    loadMessage: async (ref, id) => optional(asMessage, await db.get(records, messageKey(ref, id))),
    findByContact: contactOwners(async (contact) =>
      optional(ownerOf, await db.get(records, contactKey(contact))),
    ),
    lookUp: (campaign, by) => lookUp(db, records, pseudonyms, campaign, by),
    commit: async (change) => {
      await announced([change, ...added(change)]);
      return commit(db, { tables, pseudonyms, lookUpFields, dayOf }, change);
    },
    add: commitEach,
    commitEach,
    ...dueOnes,
    inFlight: async (campaign) => (await ofBucket(flightBucket(campaign))).map(asRecord),
    withAgent: async (agent) => (await ofBucket(agentBucket(agent))).map(asAttempt),
    waitingFor: (agent, limit) => waitingFor(db, records, agent, limit),
    setAside: async (campaign, limit) =>
      (await firstOfBucket(asideBucket(campaign), limit)).map(asRecord),
    unhandled: async (campaign, agent, limit) =>
      (await firstOfBucket(unhandledBucket(campaign, agent), limit)).map(asRecord),
    ...sweptBuckets(ofBucket),
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
    counts: (campaign) => counts(db, records, campaign),
  };
}

const optional = <A, B>(read: (value: A) => B, value: A | undefined): B | undefined =>
  value === undefined ? undefined : read(value);

/** What a refused write of the transaction means. */
type Meaning = Exclude<Committed, 'committed'> | 'not-held';

interface Place {
  readonly tables: RecordTables;
  readonly pseudonyms: Pseudonyms;
  readonly lookUpFields: LookUpFields;
  readonly dayOf: DayOf;
}

async function commit(db: Dynamo, place: Place, change: Change): Promise<Committed> {
  const parts = (
    await Promise.all([change, ...added(change)].map((each) => everyPart(place, each)))
  ).flat();
  const refused = (await db.transact(parts.map(({ write }) => write))).map(
    (n) => parts[n]?.refused,
  );
  if (refused.length === 0) return 'committed';
  if (refused.includes('conflict')) return 'conflict';
  if (refused.includes('number-taken')) return 'number-taken';
  // Only the lock to be freed was refused: another attempt holds the number by now, and keeps it.
  const { freeNumber: _, ...rest } = change;
  return commit(db, place, rest);
}

/** The record of another campaign that begins in the same transaction. */
const added = ({ adds }: Change): readonly Change[] => (adds === undefined ? [] : [adds]);

const everyPart = async (place: Place, change: Change): Promise<readonly Part[]> => [
  ...(await itemParts(place, change)),
  ...counted(place.tables.records, change.after.campaign, countsDelta(change)).map(conflicting),
];

/** All but the counters of the campaign. */
const itemParts = async (place: Place, change: Change): Promise<readonly Part[]> => [
  ...partsOf(place.tables, change),
  ...reported(place, change).map(conflicting),
  ...(await numberParts(place, change)),
  ...(await lookedUp(place, change)).map(conflicting),
  ...agentsList(place.tables.records, change).map(conflicting),
];

interface Part {
  readonly write: Write;
  readonly refused: Meaning;
}

function partsOf(tables: RecordTables, change: Change): readonly Part[] {
  const { after, attempt, messages = [] } = change;
  const leaves = leavesRecord(change);
  invariant(!leaves || change.entries.length === 0, 'entries belong to a version of the record');
  const changes = [...(leaves ? [] : [change]), ...(attempt ? [attempt] : []), ...messages];
  for (const { before, after } of changes) {
    const from = before?.version ?? 0;
    invariant(after.version === from + 1, `a change goes from version ${from} to ${after.version}`);
  }
  const { records, journal } = tables;
  const contact = attempt?.after.contact;
  return [
    ...(leaves ? [] : [conflicting(put(records, recordItem(after), isStill(change.before)))]),
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
  ];
}

/** A transaction may not name one item twice: taking the number anew is freeing it, too. */
async function numberParts({ tables, pseudonyms }: Place, change: Change): Promise<Part[]> {
  const { takeNumber: take, freeNumber: free } = change;
  const frees = free !== undefined && free.phone !== take?.phone;
  const taking = take ? await takeNumber(tables.runtime, take, pseudonyms) : [];
  const freeing = frees ? [await freeNumber(tables.runtime, free, pseudonyms)] : [];
  return [
    ...taking.map((write) => ({ write, refused: 'number-taken' }) as const),
    ...freeing.map((write) => ({ write, refused: 'not-held' }) as const),
  ];
}

/** The contact leads to this attempt from now on: it is new, or has come back to its record. */
const begins = ({ before, after }: NonNullable<Change['attempt']>): boolean =>
  before?.contact === undefined || (before.settled && !after.settled);

/**
 * Where the record is found by number or key, kept with the record in the same transaction. It is
 * found under pseudonyms of former keys as well, so those are forgotten with the others.
 */
async function lookedUp(place: Place, change: Change): Promise<readonly Write[]> {
  const { tables, pseudonyms, lookUpFields } = place;
  const table = tables.records;
  const { before, after } = change;
  const { campaign, record } = after;
  const { added, removed } = lookUpChanges(before, after, () => lookUpFields(campaign));
  const today = await Promise.all(added.map(async (key) => (await pseudonyms.of(key))[0]));
  const gone = await Promise.all(removed.map((key) => pseudonyms.of(key)));
  return [
    ...today.map((pseudonym) => put(table, lookUpItem(campaign, pseudonym, record))),
    ...gone.flat().map((pseudonym) => remove(table, lookUpItemKey(campaign, pseudonym, record))),
  ];
}

/** Lists the record with the agent it waits for. */
function agentsList(table: string, { before, after }: Change): readonly Write[] {
  const [was, is] = [waitsFor(before), waitsFor(after)];
  if (was === is) return [];
  return [
    ...(was === undefined ? [] : [remove(table, waitingKey(was, after))]),
    ...(is === undefined ? [] : [put(table, waitingItem(is, after))]),
  ];
}

async function waitingFor(db: Dynamo, table: string, agent: AgentId, Limit: number) {
  const { items } = await db.page({
    TableName: table,
    KeyConditionExpression: 'pk = :pk',
    ExpressionAttributeValues: { ':pk': waitingPartition(agent) },
    Limit,
  });
  const refs = items.map(({ campaign, record }) => ({
    campaign: campaignId(String(campaign)),
    record: recordId(String(record)),
  }));
  const found = await Promise.all(refs.map((ref) => db.get(table, recordKey(ref))));
  return found
    .flatMap((item) => (item === undefined ? [] : [asRecord(item)]))
    .filter((record) => waitsFor(record) === agent);
}

async function lookUp(
  db: Dynamo,
  table: string,
  pseudonyms: Pseudonyms,
  campaign: CampaignId,
  by: LookUp,
) {
  const pages = (await pseudonyms.of(lookUpKey(by))).map((pseudonym) =>
    db.page({
      TableName: table,
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': lookUpPartition(campaign, pseudonym) },
      Limit: MOST_FOUND,
      ConsistentRead: true,
    }),
  );
  const items = (await Promise.all(pages)).flatMap((page) => page.items);
  const ids = [...new Set(items.map(({ sk }) => sk))].slice(0, MOST_FOUND);
  const refs = ids.map((id) => ({ campaign, record: recordId(id) }));
  const found = await Promise.all(refs.map((ref) => db.get(table, recordKey(ref))));
  return found.flatMap((item) => (item === undefined ? [] : [asRecord(item)]));
}

const conflicting = (write: Write): Part => ({ write, refused: 'conflict' });

function counted(table: string, campaign: CampaignId, delta: Counts): readonly Write[] {
  if (Object.keys(delta).length === 0) return [];
  // Any shard will do, and a rival most likely takes another.
  const shard = Math.floor(Math.random() * COUNT_SHARDS);
  return [add(table, countsKey(campaign, shard), delta)];
}

/**
 * Figures of the day, which way it went through its rule or IVR, and the contact in the list of its
 * day.
 */
function reported({ tables: { records }, dayOf }: Place, change: Change): readonly Write[] {
  const { campaign } = change.after;
  const ways = wayCounts(change, dayOf).map((way) =>
    add(records, waysKey(campaign, way, Math.floor(Math.random() * WAY_SHARDS)), way.counts),
  );
  const days = dayCounts(change, dayOf).map((figure) => {
    const shards = figure.agent === undefined ? SHARDS_WITHOUT_AGENT : 1;
    const shard = Math.floor(Math.random() * shards);
    return add(records, figuresKey(campaign, figure, shard), figure.counts);
  });
  const figures = [...ways, ...days];
  const attempt = change.attempt?.after;
  if (attempt === undefined || !entersLists(change)) return figures;
  return [...figures, put(records, listedContact(dayOf(attempt.orderedAt), attempt))];
}

/** Of a store that only reads no day is asked. */
const utcDay: DayOf = (at) => toIso(at).slice(0, 10);

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
