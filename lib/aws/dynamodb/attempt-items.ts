// Where attempts lie. The one a record is in lies within the record's item, so a step of a call is
// one write of one item; when the record goes on without it, it becomes an item of its own. It is
// never in both. Contacts that an agent has or is offered are listed with the agent, conversations
// nobody has yet with their campaign.
import type { Attempt } from '../../domain/model/attempt.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import { type Change, leavesRecord } from '../../domain/model/change.ts';
import { type Counting, leftUnnamed } from '../../domain/model/counted-attempts.ts';
import {
  type AgentId,
  type AttemptId,
  attemptId,
  type CampaignId,
  campaignId,
  type RecordRef,
  recordId,
} from '../../domain/model/ids.ts';
import { toIso } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { shortAttempt, wholeAttempt } from '../../domain/records/short-items.ts';
import { isConversation } from '../../domain/texting/replies.ts';
import type { Condition, Dynamo, Write } from './document-table.ts';
import type { Item, Key } from './items.ts';
import {
  asAttempt,
  asRecord,
  attemptItem,
  attemptKey,
  type KeptWith,
  type ListOfDay,
  recordItem,
  recordKey,
} from './record-items.ts';
import { difference, isNew, isStill, put, remove, set } from './writes.ts';

/** The attempt that the record is in; undefined when it is in none. */
export function attemptWithin(item: Item | undefined): Attempt | undefined {
  if (item?.underWay === undefined) return undefined;
  const { campaign, record, current } = asRecord(item);
  if (current === undefined) return undefined;
  return { campaign, record, id: current.attempt, ...wholeAttempt(item.underWay as object) };
}

type Db = Pick<Dynamo, 'get' | 'all' | 'page'>;

/** A function that asks for the record as well, in the same turn, asks for it once. */
export async function readAttemptOf(db: Db, table: string, ref: RecordRef, id: AttemptId) {
  const [record, own] = await Promise.all([
    db.get(table, recordKey(ref)),
    db.get(table, attemptKey(ref, id)),
  ]);
  const current = attemptWithin(record);
  if (current?.id === id) return current;
  return own && asAttempt(own);
}

interface Place extends ListOfDay {
  readonly table: string;
  readonly keptWith: KeptWith;
}

/** Those there are, in one request. */
export async function readAttemptsOf(db: Db, table: string, calls: readonly AttemptRef[]) {
  const found = calls.map(({ ref, attempt }) => readAttemptOf(db, table, ref, attempt));
  return (await Promise.all(found)).filter((attempt) => attempt !== undefined);
}

/** The record and its attempt as they are after the change. */
export function recordAndAttempt(place: Place, change: Change & Counting): readonly Write[] {
  const { table, shards, keptWith } = place;
  const { before, after, attempt, left } = change;
  const [was, is] = [before?.current?.attempt, after.current?.attempt];
  const named = attempt?.after.id;
  if (leavesRecord(change)) return attempt === undefined ? [] : [attemptAlone(place, is, attempt)];
  if (is !== undefined && is === was && named !== is && before !== undefined) {
    const others = attempt === undefined ? [] : [ownItem(place, attempt)];
    // the attempt within is in neither; in flight it stays where it is, which a deployment before
    // may have chosen
    const [from, to] = [recordItem(before, shards), recordItem(after, shards)];
    return [set(table, recordKey(after), difference(from, to), isStill(before)), ...others];
  }
  const kept = named === is ? attempt : undefined;
  const item = recordItem(after, shards, keptWith);
  const whole = kept === undefined ? item : { ...item, underWay: shortAttempt(kept.after) };
  const known = left ?? (named === was ? attempt?.before : undefined);
  const record = put(table, whole, stillWith(before, was === undefined ? 'none' : known));
  return [
    record,
    ...(left === undefined ? [] : [put(table, attemptItem(left, place), isNew)]),
    ...(attempt !== undefined && named === was && named !== is
      ? [put(table, attemptItem(attempt.after, place), isNew)]
      : []),
    // it comes back to its record
    ...(kept?.before !== undefined && was !== is
      ? [remove(table, attemptKey(after, kept.after.id), isStill(kept.before))]
      : []),
    ...(attempt !== undefined && named !== is && named !== was ? [ownItem(place, attempt)] : []),
  ];
}

type AttemptChange = NonNullable<Change['attempt']>;

const ownItem = (place: Place, { before, after }: AttemptChange): Write =>
  put(place.table, attemptItem(after, place), isStill(before));

function attemptAlone(place: Place, is: AttemptId | undefined, attempt: AttemptChange): Write {
  const { before, after } = attempt;
  if (after.id !== is) return ownItem(place, attempt);
  const still: Condition = {
    expression: '#current.#attempt = :attempt AND #underWay.#version = :was',
    names: {
      ...{ '#current': 'current', '#attempt': 'attempt' },
      ...{ '#underWay': 'underWay', '#version': 'version' },
    },
    values: { ':attempt': after.id, ':was': before?.version ?? 0 },
  };
  return set(place.table, recordKey(after), { underWay: shortAttempt(after) }, still);
}

/** The attempt the record leaves that the change does not name: mostly there is none. */
export async function attemptLeft(
  db: Db,
  table: string,
  change: Change,
): Promise<Attempt | undefined> {
  const id = leftUnnamed(change);
  if (id === undefined) return undefined;
  const found = attemptWithin(await db.get(table, recordKey(change.after)));
  return found?.id === id ? found : undefined;
}

/** @param attempt that it is in; 'none' when it is in none, undefined when none lies within it */
function stillWith(
  record: CampaignRecord | undefined,
  attempt: Attempt | 'none' | undefined,
): Condition {
  const still = isStill(record);
  if (record === undefined || attempt === 'none') return still;
  const { expression, names, values } = still;
  const underWay = { ...names, '#underWay': 'underWay' };
  if (attempt === undefined) {
    return {
      expression: `${expression} AND attribute_not_exists(#underWay)`,
      names: underWay,
      ...(values && { values }),
    };
  }
  return {
    expression: `${expression} AND #underWay.#version = :attempt`,
    names: underWay,
    values: { ...values, ':attempt': attempt.version },
  };
}

/** Contacts an agent has or is offered; conversations by text that nobody has yet. */
const contactsOf = (agent: AgentId): string => `contacts-of#${agent}`;
const unclaimedOf = (campaign: CampaignId): string => `unclaimed#${campaign}`;

/** The list it is on. */
function listOf(attempt: Attempt | undefined): string | undefined {
  if (attempt === undefined || attempt.settled) return undefined;
  if (attempt.agent !== undefined) return contactsOf(attempt.agent);
  return isConversation(attempt) ? unclaimedOf(attempt.campaign) : undefined;
}

/** Lists are read from the oldest on. */
const listKey = (pk: string, { campaign, record, id, orderedAt }: Attempt): Key => ({
  pk,
  sk: `${toIso(orderedAt)}#${campaign}/${record}#${id}`,
});

export function listWrites(table: string, { attempt }: Change): readonly Write[] {
  const [was, is] = [listOf(attempt?.before), listOf(attempt?.after)];
  if (attempt === undefined || was === is) return [];
  const { campaign, record, id } = attempt.after;
  return [
    ...(was === undefined ? [] : [remove(table, listKey(was, attempt.after))]),
    ...(is === undefined
      ? []
      : [put(table, { ...listKey(is, attempt.after), campaign, record, attempt: id })]),
  ];
}

export const attemptsWith = async (db: Db, table: string, agent: AgentId) =>
  listed(db, table, await db.all(queryOf(table, contactsOf(agent))));

export async function unclaimedAttempts(
  db: Db,
  table: string,
  campaign: CampaignId,
  Limit: number,
) {
  const { items } = await db.page({ ...queryOf(table, unclaimedOf(campaign)), Limit });
  return listed(db, table, items);
}

const queryOf = (TableName: string, pk: string) => ({
  TableName,
  KeyConditionExpression: 'pk = :pk',
  ExpressionAttributeValues: { ':pk': pk },
});

/** As they are now; one that has come off the list meanwhile is left out. */
async function listed(db: Db, table: string, items: readonly Item[]): Promise<readonly Attempt[]> {
  const found = await Promise.all(
    items.map(async (item) => {
      const { ref, attempt } = asListed(item);
      return { list: item.pk, attempt: await readAttemptOf(db, table, ref, attempt) };
    }),
  );
  return found.flatMap(({ list, attempt }) => (attempt && listOf(attempt) === list ? attempt : []));
}

const asListed = ({ campaign, record, attempt }: Item): AttemptRef => ({
  ref: { campaign: campaignId(String(campaign)), record: recordId(String(record)) },
  attempt: attemptId(String(attempt)),
});
