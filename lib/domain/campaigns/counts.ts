// What a change does to the campaign's counters. They are written in the same transaction as the
// change, so records by state always add up to the number of records.

import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import { channelFacts } from '../model/channel.ts';
import { type Counting, countedAttempts } from '../model/counted-attempts.ts';
import type { Message } from '../model/message.ts';
import { type CampaignRecord, RECORD_STATES, type RecordState } from '../model/record.ts';
import type { Counts } from './campaign-state.ts';

/**
 * The state a record counts in. One with an attempt counts as being contacted from the order until
 * its rule has decided, wrap-up included: no counter moves in between.
 */
export const countedState = ({
  state,
  current,
}: Pick<CampaignRecord, 'state' | 'current'>): RecordState =>
  current === undefined ? state : 'being-contacted';

/** What to add to each counter; counters that stay as they are do not appear. */
export function countsDelta(change: Counting & Pick<Change, 'messages'>): Counts {
  const delta: Record<string, number> = {};
  const add = (key: string, by: number) => {
    delta[key] = (delta[key] ?? 0) + by;
  };
  for (const [record, sign] of [
    [change.before, -1],
    [change.after, 1],
  ] as const) {
    if (record === undefined) continue;
    add(countedState(record), sign);
    if (record.success) add('success', sign);
  }
  for (const { before, after } of countedAttempts(change)) {
    if (before?.status !== undefined) add(attemptCounter(before, before.status), -1);
    if (after?.status !== undefined) add(attemptCounter(after, after.status), 1);
  }
  for (const { before, after } of change.messages ?? []) {
    if (before !== undefined) add(messageCounter(before), -1);
    add(messageCounter(after), 1);
  }
  return Object.fromEntries(Object.entries(delta).filter(([, by]) => by !== 0));
}

/** A message counts as ordered until it is known what became of it. */
const messageCounter = ({ content, state }: Message): string =>
  `message:${content.kind}:${state === 'sending' ? 'ordered' : state}`;

/**
 * Contacts are counted by channel and direction, as the table of channels names them:
 * `call:answered`, `inbound:answered`, `inbound:forwarded`, `inbound:abandoned` (missed).
 */
export const attemptCounter = (
  { channel, direction }: Pick<Attempt, 'channel' | 'direction'>,
  status: NonNullable<Attempt['status']>,
): string => `${channelFacts(channel).counters[direction]}:${status}`;

/** All records of the campaign. */
export function total(counts: Counts): number {
  return RECORD_STATES.reduce((sum, state) => sum + (counts[state] ?? 0), 0);
}

/**
 * Records that are not worked yet: the goal of the campaign (CAM-29). Those set aside count as
 * worked (CBR-9).
 */
export function open(counts: Counts): number {
  return total(counts) - sumOf(counts, ['closed', 'set-aside', 'blacklisted', 'deleted']);
}

/** Records that wait for a call: the pool of MON-6. */
export function leftToDial(counts: Counts): number {
  return sumOf(counts, ['new', 'recall-scheduled']);
}

function sumOf(counts: Counts, keys: readonly string[]): number {
  return keys.reduce((sum, key) => sum + (counts[key] ?? 0), 0);
}
