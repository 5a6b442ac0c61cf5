// The account-wide call rate: one item with the moment at which the bucket would be full again. The
// moment only grows, so what this function saw last is good enough to refuse by, and to try with. A
// bucket that is full again by now is taken from whatever rivals have written; only while calls
// follow each other closely does a rival's token show in a refusal.

import type { CallThrottle } from '../../application/ports/call-throttle.ts';
import { type ArrivalTime, type CallRate, takeToken } from '../../domain/dialing/throttle.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Condition, Dynamo } from './document-table.ts';
import type { Key } from './items.ts';

const key: Key = { pk: 'throttle', sk: 'calls' };

export function dynamoCallThrottle(db: Dynamo, table: string, rate: CallRate): CallThrottle {
  let seen: ArrivalTime;
  return {
    async take(now) {
      for (;;) {
        const taken = takeToken(seen, now, rate);
        if (!taken.granted) return taken;
        const still = asSeen(seen, now);
        const written = await db.update({
          TableName: table,
          Key: key,
          UpdateExpression: 'SET arrival = :arrival',
          ConditionExpression: still.expression,
          ExpressionAttributeValues: { ':arrival': taken.arrival, ...still.values },
        });
        const arrival = written.item?.arrival;
        seen = arrival === undefined ? undefined : instant(Number(arrival));
        if (written.done) return { granted: true };
      }
    },
  };
}

/** The token follows from the moment seen, or, of a full bucket, from now alone. */
function asSeen(seen: ArrivalTime, now: Instant): Condition {
  return seen === undefined || seen <= now
    ? { expression: 'attribute_not_exists(pk) OR arrival <= :now', values: { ':now': now } }
    : { expression: 'arrival = :seen', values: { ':seen': seen } };
}
