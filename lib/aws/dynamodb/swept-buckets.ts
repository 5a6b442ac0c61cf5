// What the sweeper looks for is seldom there. A running function remembers when there can be
// something again: a message hangs a quarter of an hour after its last move, and so does nothing
// that was not seen waiting; whom a rule deletes is erased at once, so an empty list is looked at
// again half an hour later, for a function that died before it had erased everything, and for those
// whom a person deletes.

import type { RecordStore } from '../../application/ports/record-store.ts';
import { HANGS, waitsSince } from '../../domain/messaging/hanging.ts';
import { type Instant, instant, plus } from '../../domain/model/instant.ts';
import type { Message } from '../../domain/model/message.ts';
import type { Item } from './items.ts';
import { asMessage, asRecord, erasureBucket, hangingBucket } from './record-items.ts';

/** Seconds for which a list that was empty is not read again. */
const EMPTY_FOR = 1800;

/** Items of a bucket whose place is before `until`. */
type OfBucket = (bucket: string, until?: number) => Promise<readonly Item[]>;

type Swept = Pick<RecordStore, 'hangingMessages' | 'toErase'>;

export function sweptBuckets(ofBucket: OfBucket): Swept {
  /** Looks later than `since` and not later than `until` find nothing. */
  const nothing = new Map<string, { readonly since: Instant; readonly until: Instant }>();
  const isEmpty = (bucket: string, at: Instant): boolean => {
    const known = nothing.get(bucket);
    return known !== undefined && at > known.since && at <= known.until;
  };
  return {
    async hangingMessages(campaign, before) {
      const bucket = hangingBucket(campaign);
      if (isEmpty(bucket, before)) return [];
      // up to now: who begins to wait later hangs later
      const ahead = plus(before, HANGS);
      const waiting = await ofBucket(bucket, ahead);
      // one whose provider is being asked is still where it was before (message-write.ts)
      const since = (message: Message) => waitsSince(message) ?? ahead;
      const messages = waiting.map(asMessage);
      const hanging = messages.filter((message) => since(message) < before);
      const until = instant(Math.min(ahead, ...messages.map(since)));
      if (hanging.length === 0) nothing.set(bucket, { since: before, until });
      return hanging;
    },
    async toErase(campaign, now) {
      const bucket = erasureBucket(campaign);
      if (isEmpty(bucket, now)) return [];
      const found = await ofBucket(bucket);
      if (found.length === 0) nothing.set(bucket, { since: now, until: plus(now, EMPTY_FOR) });
      return found.map(asRecord);
    },
  };
}
