// The account-wide call rate: one item with the moment at which the bucket would be full again. The
// moment only grows, so what this function saw last is good enough to refuse by, and to try with; a
// rival's token shows in the refusal.

import type { CallThrottle } from '../../application/ports/call-throttle.ts';
import { type ArrivalTime, type CallRate, takeToken } from '../../domain/dialing/throttle.ts';
import { instant } from '../../domain/model/instant.ts';
import type { Dynamo } from './document-table.ts';
import type { Key } from './items.ts';

const key: Key = { pk: 'throttle', sk: 'calls' };

export function dynamoCallThrottle(db: Dynamo, table: string, rate: CallRate): CallThrottle {
  let seen: ArrivalTime;
  return {
    async take(now) {
      for (;;) {
        const taken = takeToken(seen, now, rate);
        if (!taken.granted) return taken;
        const written = await db.update({
          TableName: table,
          Key: key,
          UpdateExpression: 'SET arrival = :arrival',
          ConditionExpression: seen === undefined ? 'attribute_not_exists(pk)' : 'arrival = :seen',
          ExpressionAttributeValues: {
            ':arrival': taken.arrival,
            ...(seen !== undefined && { ':seen': seen }),
          },
        });
        const arrival = written.item?.arrival;
        seen = arrival === undefined ? undefined : instant(Number(arrival));
        if (written.done) return { granted: true };
      }
    },
  };
}
