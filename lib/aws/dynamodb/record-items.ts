// How records, attempts and messages lie in the records table. A thing's fields are the item's
// attributes; beside them stand the key and, while the thing waits for something, its place in the
// index `due`: a bucket and a moment.

import { isInbound } from '../../domain/calls/call-events.ts';
import { waitsSince } from '../../domain/messaging/hanging.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import {
  type AgentId,
  type AttemptId,
  attemptId,
  type CampaignId,
  type ContactId,
  campaignId,
  type MessageId,
  type RecordId,
  type RecordRef,
  recordId,
} from '../../domain/model/ids.ts';
import { recordOwner } from '../../domain/model/journal-line.ts';
import type { Message } from '../../domain/model/message.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { callingRank } from '../../domain/records/next-records.ts';
import { shortRecord, wholeRecord } from '../../domain/records/short-items.ts';
import type { DayOf } from '../../domain/reports/day-counts.ts';
import type { Item, Key } from './items.ts';
import { shardKey, shardOf } from './key-shards.ts';
import { readAttempt, readRecord } from './stored-versions.ts';

/** Counters under one key are spread over so many items, for each is in every transaction. */
export const COUNT_SHARDS = 16;

export const partitionOf = recordOwner;

export const recordKey = (ref: RecordRef): Key => ({ pk: partitionOf(ref), sk: 'record' });
export const attemptKey = (ref: RecordRef, id: AttemptId): Key => ({
  pk: partitionOf(ref),
  sk: `attempt#${id}`,
});
export const messageKey = (ref: RecordRef, id: MessageId): Key => ({
  pk: partitionOf(ref),
  sk: `message#${id}`,
});
export const contactKey = (contact: ContactId): Key => ({
  pk: `contact#${contact}`,
  sk: 'contact',
});

/** @param pseudonym of the number or key, so no list of them lies in the table */
export const lookUpPartition = (campaign: CampaignId, pseudonym: string): string =>
  `look-up#${campaign}#${pseudonym}`;
export const lookUpItemKey = (campaign: CampaignId, pseudonym: string, record: RecordId): Key => ({
  pk: lookUpPartition(campaign, pseudonym),
  sk: record,
});
export const lookUpItem = (campaign: CampaignId, pseudonym: string, record: RecordId): Item => ({
  ...lookUpItemKey(campaign, pseudonym, record),
});

export const countsPartition = (campaign: CampaignId): string => `counts#${campaign}`;
/** @param nth of all items, those of the first key first */
export const countsKey = (campaign: CampaignId, nth: number): Key => ({
  pk: shardKey(countsPartition(campaign), Math.floor(nth / COUNT_SHARDS)),
  sk: String(nth % COUNT_SHARDS).padStart(2, '0'),
});

export const dueBucket = (campaign: CampaignId, rank: number, shard: number): string =>
  `due#${campaign}#rank${rank}#${shard}`;
/** Where versions before ranks have put due records. */
export const bucketsWithoutRank = (campaign: CampaignId): readonly string[] => [
  `due#${campaign}#0`,
  `due#${campaign}#1`,
];
/**
 * Lists the ranks that records of the campaign have or had: in `inUse`, and in `ranks` those that
 * the version with two buckets to a rank has used.
 */
export const ranksKey = (campaign: CampaignId): Key => dueSoonKey(campaign, 0);
/** Where records due soon are counted; the first is the list of ranks. */
export const dueSoonKey = (campaign: CampaignId, shard: number): Key => ({
  pk: shardKey(`due#${campaign}`, shard),
  sk: 'ranks',
});
/** @param lead with which calls in flight of the campaign are kept */
export const flightBucket = (lead: CampaignId): string => `flight#${lead}`;
/** Where in that bucket those of a campaign lie. */
export const flightPlace = (campaign: CampaignId, lead: CampaignId): Place => ({
  bucket: flightBucket(lead),
  at: campaign === lead ? 0 : 1 + shardOf(campaign, 2 ** 31),
});
export const asideBucket = (campaign: CampaignId): string => `aside#${campaign}`;
export const unhandledBucket = (campaign: CampaignId, agent: AgentId | undefined): string =>
  `unhandled#${campaign}#${agent ?? ''}`;
export const erasureBucket = (campaign: CampaignId): string => `erase#${campaign}`;
/** Records that wait for an agent. */
export const waitingPartition = (agent: AgentId): string => `waiting#${agent}`;
export const waitingKey = (agent: AgentId, ref: RecordRef): Key => ({
  pk: waitingPartition(agent),
  sk: partitionOf(ref),
});
export const waitingItem = (agent: AgentId, { campaign, record }: RecordRef): Item => ({
  ...waitingKey(agent, { campaign, record }),
  campaign,
  record,
});
/** @param day YYYY-MM-DD on the centre's clock */
export const contactsOfDay = (campaign: CampaignId, day: string): string =>
  `contacts#${campaign}#${day}`;
export const hangingBucket = (campaign: CampaignId): string => `hanging#${campaign}`;

interface Place {
  readonly bucket: string;
  readonly at: number;
}

/** With which campaign calls in flight of a campaign are kept. */
export type KeptWith = (campaign: CampaignId) => CampaignId;

const withItself: KeptWith = (campaign) => campaign;

/** @param shards keys over which records due and in flight are spread */
export function recordItem(record: CampaignRecord, shards = 1, keptWith = withItself): Item {
  const place = placeInIndex(record, shards, keptWith);
  return { ...recordKey(record), ...place, ...shortRecord(record) };
}

/** Where in the index `due` the record lies; undefined when it waits for nothing. */
function placeInIndex(of: CampaignRecord, shards: number, keptWith: KeptWith): Place | undefined {
  const { campaign, state, current, nextContact, unhandled, toErase, updatedAt } = of;
  if (toErase) return { bucket: erasureBucket(campaign), at: updatedAt };
  const shard = shardOf(of.record, shards);
  if (current) {
    // a place that stays the same is one write of the index at each step of a call, where one by
    // the deadline would be two
    const { bucket, at } = flightPlace(campaign, keptWith(campaign));
    return { bucket: shardKey(bucket, shard), at };
  }
  if (unhandled) {
    return { bucket: unhandledBucket(campaign, unhandled.agent), at: unhandled.since };
  }
  if (state === 'set-aside') return { bucket: asideBucket(campaign), at: updatedAt };
  if (nextContact === undefined) return undefined;
  return { bucket: dueBucket(campaign, callingRank(of), shard), at: nextContact };
}

/** How contacts are listed by day. */
export interface ListOfDay {
  readonly dayOf: DayOf;
  /** Keys the list is spread over. */
  readonly shards: number;
}

/** A contact that has ended is in the list of its day, through the index. */
export function attemptItem(attempt: Attempt, { dayOf, shards }: ListOfDay): Item {
  const { campaign, id, status, orderedAt } = attempt;
  const list = () => shardKey(contactsOfDay(campaign, dayOf(orderedAt)), shardOf(id, shards));
  const place = status !== undefined && { bucket: list(), at: orderedAt };
  return { ...attemptKey(attempt, id), ...place, ...attempt };
}

export function messageItem(message: Message): Item {
  const at = waitsSince(message);
  return {
    ...messageKey(message, message.id),
    ...(at !== undefined && { bucket: hangingBucket(message.campaign), at }),
    ...message,
  };
}

export function contactItem(contact: ContactId, attempt: Attempt): Item {
  const { campaign, record, id } = attempt;
  return { ...contactKey(contact), campaign, record, attempt: id, placed: !isInbound(attempt) };
}

export interface ContactOwner {
  readonly ref: RecordRef;
  readonly attempt: AttemptId;
  /** We placed the call: it stays with its attempt, where a caller's may go over to another. */
  readonly isFinal: boolean;
}

export function ownerOf(item: Item): ContactOwner {
  return {
    isFinal: item.placed === true,
    ref: { campaign: campaignId(String(item.campaign)), record: recordId(String(item.record)) },
    attempt: attemptId(String(item.attempt)),
  };
}

/** Without the attempt that lies within (attempt-items.ts). */
export const asRecord = ({ underWay: _, ...item }: Item): CampaignRecord =>
  readRecord(wholeRecord(contentOf(item), item.pk.slice(item.pk.indexOf('/') + 1)));
export const asAttempt = (item: Item): Attempt => readAttempt(contentOf(item));
export const asMessage = (item: Item): Message => contentOf(item) as unknown as Message;

/** What was stored, without the keys: ours alone writes the table. */
export function contentOf({ pk, sk, bucket, at, expires, ...content }: Item): object {
  return content;
}
