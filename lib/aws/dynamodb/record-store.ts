// Records, attempts and messages in DynamoDB. A commit is one transaction over the record, its
// attempt and messages, the journal, the number's lock and the campaign's counters: all of them
// change or none does.

import { LastReads } from '../../application/last-reads.ts';
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import type { RecordStore } from '../../application/ports/record-store.ts';
import { SentMessages } from '../../application/sent-messages.ts';
import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import { countsDelta } from '../../domain/campaigns/counts.ts';
import {
  type Change,
  type Committed,
  type JoinedChange,
  leavesRecord,
} from '../../domain/model/change.ts';
import type { Counting } from '../../domain/model/counted-attempts.ts';
import { type CampaignId, recordId } from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import { invariant } from '../../domain/model/invariant.ts';
import { type LookUp, lookUpChanges, lookUpKey, MOST_FOUND } from '../../domain/records/look-up.ts';
import type { DayOf } from '../../domain/reports/day-counts.ts';
import { addInTurn, addTogether, type RecordWrites } from './add-together.ts';
import {
  attemptLeft,
  attemptsWith,
  attemptWithin,
  listWrites,
  readAttemptOf,
  readAttemptsOf,
  recordAndAttempt,
  unclaimedAttempts,
} from './attempt-items.ts';
import { countBegun } from './begun-contacts.ts';
import { countersOf, countsOf, reported } from './campaign-figures.ts';
import { turnWrites } from './campaign-store.ts';
import { contactOwners } from './contact-owners.ts';
import type { Dynamo, Write } from './document-table.ts';
import { dueRecords, rankList } from './due-records.ts';
import { countDueSoon } from './due-soon.ts';
import { flightKeys } from './flight-keys.ts';
import { recordsInFlight } from './flights.ts';
import { recordEntries } from './journal-items.ts';
import { askInTurn, messageWrite } from './message-write.ts';
import { freeNumber, takeNumber } from './number-lock.ts';
import {
  asAttempt,
  asideBucket,
  asMessage,
  asRecord,
  contactItem,
  contactKey,
  type KeptWith,
  lookUpItem,
  lookUpItemKey,
  lookUpPartition,
  messageKey,
  ownerOf,
  partitionOf,
  recordKey,
  unhandledBucket,
} from './record-items.ts';
import { SeenBuckets } from './seen-buckets.ts';
import { sweptBuckets } from './swept-buckets.ts';
import { agentsList, waitingFor } from './waiting-for-agent.ts';
import { put, remove } from './writes.ts';

export interface RecordTables {
  readonly records: string;
  /** Index of the records table by bucket and moment. */
  readonly dueIndex: string;
  readonly journal: string;
  readonly runtime: string;
  /** Keys that what every call writes to is spread over; one when missing. */
  readonly shards?: number;
}

/**
 * Fields of a campaign's records that callers are asked for; asked only when a record's fields
 * change.
 */
type LookUpFields = (campaign: CampaignId) => readonly string[];

/** What is known of agent pools; without it each campaign is one of its own. */
interface Pools {
  readonly keptWith?: KeptWith;
  /** Whether ticks ask how many contacts others have begun. */
  readonly isCounted?: (campaign: CampaignId) => boolean;
}

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
  pools: Pools = {},
): RecordStore {
  const { records, dueIndex } = tables;
  const { keptWith = (campaign) => campaign, isCounted = () => true } = pools;
  const flights = flightKeys(db, tables, keptWith);
  const { shards } = flights;
  const lastReads = new LastReads();
  const sent = new SentMessages();
  const listRank = rankList(db, records);
  const place: Place = {
    tables,
    pseudonyms,
    lookUpFields,
    dayOf,
    shards: shards.written,
    keptWith,
  };
  const seen = new SeenBuckets();
  const dueOnes = dueRecords(db, { table: records, index: dueIndex }, shards, seen);
  /** Before they are stored, so that nobody who dies in between leaves one that no look finds. */
  const announced = async (all: readonly Change[]) => {
    const changes = all.filter((change) => !leavesRecord(change));
    const listed = changes.flatMap(({ after }) => [
      shards.announce(after.campaign),
      listRank(after),
    ]);
    const soon = countDueSoon(db, records, changes, shards.written);
    await Promise.all([...listed, soon, flights.announce(changes)]);
  };
  const together = async (changes: readonly JoinedChange[]) => {
    await announced(changes);
    return Promise.all(changes.map((change) => joined(db, place, change)));
  };
  const begun = (changes: readonly Change[]) =>
    countBegun(db, records, changes, { shards: shards.written, isCounted });
  const others = async (changes: readonly JoinedChange[]) => {
    seen.changed(changes.map(({ after }) => after));
    await begun(changes);
    return together(changes);
  };
  const counted = (campaign: CampaignId, counts: Counts) => countersOf(place, campaign, counts);
  const commitEach = async (changes: readonly JoinedChange[]) =>
    changes.length === 0 ? [] : addTogether(db, await others(changes), counted);
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
    load: async (ref) =>
      lastReads.record(ref, optional(asRecord, await db.get(records, recordKey(ref)))),
    loadAttempt: async (ref, id) =>
      lastReads.attempt(ref, await readAttemptOf(db, records, ref, id)),
    loadAttempts: (calls) => readAttemptsOf(db, records, calls),
    lastRead: (ref, id) => lastReads.of(ref, id),
    lastSent: (ref, id) => sent.of(ref, id),
    loadMessage: async (ref, id) => optional(asMessage, await db.get(records, messageKey(ref, id))),
    findByContact: contactOwners(async (contact) =>
      optional(ownerOf, await db.get(records, contactKey(contact))),
    ),
    lookUp: (campaign, by) => lookUp(db, records, pseudonyms, campaign, by),
    commit: async (change) => {
      lastReads.forget(change.after);
      if (!leavesRecord(change)) seen.changed([change.after]);
      const all = [change, ...added(change)];
      await Promise.all([announced(all), begun(all)]);
      const committed = await sent.storing(change, () => commit(db, place, change));
      if (committed === 'committed') lastReads.stored(change);
      return committed;
    },
    ask: (change, passings, now) => askInTurn(db, tables, change, passings, now),
    add: commitEach,
    commitEach,
    async orderEach(changes, turn) {
      const writes = await together(changes);
      let state: CampaignState | undefined;
      const { committed, along } = await addInTurn(db, writes, counted, (refused) => {
        state = turn.after(refused);
        return turnWrites(tables.runtime, turn, state);
      });
      const records = changes.map(({ after }) => after);
      if (committed.every((each) => each === 'committed')) seen.ordered(turn, records);
      else seen.changed(records);
      const written = along === 'written' && state ? { state } : {};
      return { committed, ...written, isOvertaken: along === 'refused' };
    },
    ...dueOnes,
    ...recordsInFlight(db, tables, flights),
    withAgent: (agent) => attemptsWith(db, records, agent),
    unclaimed: (campaign, limit) => unclaimedAttempts(db, records, campaign, limit),
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
      const underWay = attemptWithin(items.find(({ sk }) => sk === 'record'));
      return {
        attempts: [...under('attempt#').map(asAttempt), ...(underWay ? [underWay] : [])],
        messages: under('message#').map(asMessage),
      };
    },
    counts: async (campaign) => countsOf(db, records, campaign, await shards.known(campaign)),
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
  /** Keys that are written to. */
  readonly shards: number;
  readonly keptWith: KeptWith;
}

async function commit(db: Dynamo, place: Place, change: Change): Promise<Committed> {
  const parts = (
    await Promise.all([change, ...added(change)].map((each) => everyPart(db, place, each)))
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

/** What a change writes that may be written with others. */
async function joined(db: Dynamo, place: Place, change: JoinedChange): Promise<RecordWrites> {
  const counting = await withLeft(db, place, change);
  const parts = await itemParts(place, counting);
  return {
    campaign: change.after.campaign,
    writes: parts.map(({ write }) => write),
    // a joined change frees no number
    refused: parts.map(({ refused }) => (refused === 'not-held' ? 'conflict' : refused)),
    counts: countsDelta(counting),
  };
}

/** The record of another campaign that begins in the same transaction. */
const added = ({ adds }: Change): readonly Change[] => (adds === undefined ? [] : [adds]);

type CountedChange = Change & Counting;

const withLeft = async (db: Dynamo, { tables }: Place, change: Change): Promise<CountedChange> => ({
  ...change,
  left: await attemptLeft(db, tables.records, change),
});

async function everyPart(db: Dynamo, place: Place, change: Change): Promise<readonly Part[]> {
  const counting = await withLeft(db, place, change);
  const counters = countersOf(place, change.after.campaign, countsDelta(counting));
  return [...(await itemParts(place, counting)), ...counters.map(conflicting)];
}

/** All but the counters of the campaign. */
const itemParts = async (place: Place, change: CountedChange): Promise<readonly Part[]> => [
  ...partsOf(place, change),
  ...reported(place, change).map(conflicting),
  ...(await numberParts(place, change)),
  ...(await lookedUp(place, change)).map(conflicting),
  ...agentsList(place.tables.records, change).map(conflicting),
  ...listWrites(place.tables.records, change).map(conflicting),
];

interface Part {
  readonly write: Write;
  readonly refused: Meaning;
}

function partsOf(place: Place, change: CountedChange): readonly Part[] {
  const { after, attempt, messages = [] } = change;
  const leaves = leavesRecord(change);
  invariant(!leaves || change.entries.length === 0, 'entries belong to a version of the record');
  const changes = [...(leaves ? [] : [change]), ...(attempt ? [attempt] : []), ...messages];
  for (const { before, after } of changes) {
    const from = before?.version ?? 0;
    invariant(after.version === from + 1, `a change goes from version ${from} to ${after.version}`);
  }
  const { records, journal } = place.tables;
  const contact = attempt?.after.contact;
  return [
    ...recordAndAttempt({ ...place, table: records }, change).map(conflicting),
    ...(attempt && contact !== undefined && begins(attempt)
      ? [conflicting(put(records, contactItem(contact, attempt.after)))]
      : []),
    ...messages.map((each) => conflicting(messageWrite(records, each))),
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

/** Of a store that only reads no day is asked. */
const utcDay: DayOf = (at) => toIso(at).slice(0, 10);
