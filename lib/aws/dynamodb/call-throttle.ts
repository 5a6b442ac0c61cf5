// The account-wide call rate: an item with the moment at which the bucket would be full again. One
// token or several are one conditional write: behind those taken already, or of a full bucket.
// Which of the two holds is guessed from what this function saw last; a wrong guess changes nothing
// and the other is tried. The moment only grows, so what was seen last is good enough to refuse by.
// A high rate is spread over several items, each with its part of it. Where one agent pool has
// nearly all calls, the moment lies on the item of the pool, which its ticks read and write anyway.

import type { CallThrottle } from '../../application/ports/call-throttle.ts';
import {
  type ArrivalTime,
  type CallRate,
  partsOfRate,
  spacingOf,
  type TokensTaken,
  takeToken,
  takeTokens,
  toleranceOf,
} from '../../domain/dialing/throttle.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Dynamo } from './document-table.ts';
import type { Key } from './items.ts';
import { stateKey } from './journal-items.ts';
import { anyShard, shardKey } from './key-shards.ts';

const keyOf = (part: number): Key => ({ pk: shardKey('throttle', part), sk: 'calls' });
/** A part that has no token is followed by so many others. */
const OTHERS = 1;

/** none: it is kept by itself. */
export type RateLead = CampaignId | 'none';

export interface RateKept {
  /** Items it is spread over, where the rate is high; one when missing. */
  readonly shards?: number;
  /** The lead of the agent pool whose item holds it, instead of one of its own. */
  readonly lead?: RateLead | undefined;
}

export function dynamoCallThrottle(
  db: Dynamo,
  table: string,
  rate: CallRate,
  { shards = 1, lead = 'none' }: RateKept = {},
): CallThrottle {
  const parts =
    lead === 'none'
      ? partsOfRate(rate, shards).map((part, n) => partOf(db, table, keyOf(n), part))
      : [partOf(db, table, stateKey(lead), rate)];
  const tried = () => {
    const first = anyShard(parts.length);
    const count = Math.min(1 + OTHERS, parts.length);
    return Array.from({ length: count }, (_, n) => parts[(first + n) % parts.length] ?? NO_PART);
  };
  return {
    ...(lead !== 'none' && { withPool: rate }),
    async take(now) {
      let retryAt: Instant | undefined;
      for (const part of tried()) {
        const taken = await part(now, 1);
        if (taken.count > 0) return { granted: true };
        if (taken.retryAt < (retryAt ?? Infinity)) ({ retryAt } = taken);
      }
      return { granted: false, retryAt: retryAt ?? now };
    },
    async takeUpTo(now, most) {
      let count = 0;
      for (const part of tried()) {
        if (count === most) break;
        count += (await part(now, most - count)).count;
      }
      return count;
    },
  };
}

/** How many were taken, and of none when one will be there. */
interface TakenOfPart {
  readonly count: number;
  readonly retryAt: Instant;
}

type Part = (now: Instant, most: number) => Promise<TakenOfPart>;

const NO_PART: Part = async (now) => ({ count: 0, retryAt: now });

function partOf(db: Dynamo, table: string, key: Key, rate: CallRate): Part {
  let seen: ArrivalTime;
  return async (now, most) => {
    for (;;) {
      const next = takeToken(seen, now, rate);
      if (!next.granted) return { count: 0, retryAt: next.retryAt };
      const { count } = takeTokens(seen, now, rate, most);
      const written = await db.update({
        TableName: table,
        Key: key,
        ...takingTokens({ seen, now, rate, count }),
      });
      const arrival = written.item?.arrival;
      seen = arrival === undefined ? undefined : instant(Number(arrival));
      if (written.done) return { count, retryAt: now };
    }
  };
}

/** Behind those taken already, or of a full bucket, as it was when it was seen. */
export const takingTokens = ({ seen, now, rate, count }: TokensTaken) =>
  seen === undefined || seen <= now ? fromFull(now, rate, count) : behindOthers(now, rate, count);

const fromFull = (now: Instant, rate: CallRate, count: number) => ({
  UpdateExpression: 'SET arrival = :arrival',
  ConditionExpression: 'attribute_not_exists(arrival) OR arrival <= :now',
  ExpressionAttributeValues: { ':arrival': now + count * spacingOf(rate), ':now': now },
});

const behindOthers = (now: Instant, rate: CallRate, count: number) => ({
  UpdateExpression: 'SET arrival = arrival + :taken',
  ConditionExpression: 'arrival > :now AND arrival <= :last',
  ExpressionAttributeValues: {
    ...{ ':taken': count * spacingOf(rate), ':now': now },
    ':last': now + toleranceOf(rate) - (count - 1) * spacingOf(rate),
  },
});
