// The account-wide call rate: an item with the moment at which the bucket would be full again. A
// token is one conditional write: behind those taken already, or of a full bucket. Which of the two
// holds is guessed from what this function saw last; a wrong guess changes nothing and the other is
// tried. The moment only grows, so what was seen last is good enough to refuse by. A high rate is
// spread over several items, each with its part of it.

import type { CallThrottle } from '../../application/ports/call-throttle.ts';
import {
  type ArrivalTime,
  type CallRate,
  partsOfRate,
  spacingOf,
  type Taken,
  takeToken,
  toleranceOf,
} from '../../domain/dialing/throttle.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Dynamo } from './document-table.ts';
import type { Key } from './items.ts';
import { anyShard, shardKey } from './key-shards.ts';

const keyOf = (part: number): Key => ({ pk: shardKey('throttle', part), sk: 'calls' });
/** A part that has no token is followed by so many others. */
const OTHERS = 1;

/** @param shards items it is spread over, where the rate is high */
export function dynamoCallThrottle(
  db: Dynamo,
  table: string,
  rate: CallRate,
  shards = 1,
): CallThrottle {
  const parts = partsOfRate(rate, shards).map((part, n) => partOf(db, table, keyOf(n), part));
  return {
    async take(now) {
      const first = anyShard(parts.length);
      const tried = Math.min(1 + OTHERS, parts.length);
      let retryAt: Instant | undefined;
      for (let n = 0; n < tried; n++) {
        const taken = await parts[(first + n) % parts.length]?.(now);
        if (taken?.granted) return { granted: true };
        if (taken && taken.retryAt < (retryAt ?? Infinity)) ({ retryAt } = taken);
      }
      return { granted: false, retryAt: retryAt ?? now };
    },
  };
}

function partOf(db: Dynamo, table: string, key: Key, rate: CallRate) {
  let seen: ArrivalTime;
  return async (now: Instant): Promise<Taken> => {
    for (;;) {
      const taken = takeToken(seen, now, rate);
      if (!taken.granted) return taken;
      const isFull = seen === undefined || seen <= now;
      const written = await db.update({
        TableName: table,
        Key: key,
        ...(isFull
          ? {
              UpdateExpression: 'SET arrival = :arrival',
              ConditionExpression: 'attribute_not_exists(pk) OR arrival <= :now',
              ExpressionAttributeValues: { ':arrival': taken.arrival, ':now': now },
            }
          : {
              UpdateExpression: 'SET arrival = arrival + :spacing',
              ConditionExpression: 'arrival > :now AND arrival <= :last',
              ExpressionAttributeValues: {
                ...{ ':spacing': spacingOf(rate), ':now': now },
                ':last': instant(now + toleranceOf(rate)),
              },
            }),
      });
      const arrival = written.item?.arrival;
      seen = arrival === undefined ? undefined : instant(Number(arrival));
      if (written.done) return taken;
    }
  };
}
