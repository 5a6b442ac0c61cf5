// The lines messages wait in: an item each, with the moment at which the line is free again. A turn
// is one conditional write: behind those who wait, or at once when nobody does. Which of the two
// holds is guessed from what this function saw last; a wrong guess changes nothing and the other is
// tried.

import type { SendingLines } from '../../application/ports/sending-lines.ts';
import { spacing } from '../../domain/messaging/sending-pace.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Dynamo } from './document-table.ts';

/** Seconds for which the item of a line nobody waits in stays. */
const KEPT_SECONDS = 86_400;

export function dynamoSendingLines(db: Dynamo, table: string): SendingLines {
  const busyUntil = new Map<string, number>();
  const write = (id: string, now: Instant, takes: number, waiting: boolean) =>
    db.update({
      TableName: table,
      Key: { pk: `line#${id}`, sk: 'line' },
      UpdateExpression: waiting
        ? 'SET freeAt = freeAt + :takes, expires = :expires'
        : 'SET freeAt = :then, expires = :expires',
      ConditionExpression: waiting
        ? 'freeAt > :now'
        : 'attribute_not_exists(freeAt) OR freeAt <= :now',
      ExpressionAttributeValues: {
        ':now': now,
        ':expires': Math.ceil(now / 1000) + KEPT_SECONDS,
        ...(waiting ? { ':takes': takes } : { ':then': now + takes }),
      },
    });
  return {
    async turn(line, units, now) {
      const takes = spacing(line, units);
      for (;;) {
        const waiting = (busyUntil.get(line.id) ?? 0) > now;
        const written = await write(line.id, now, takes, waiting);
        const freeAt = Number(written.item?.freeAt ?? 0);
        busyUntil.set(line.id, freeAt);
        if (written.done) return instant(Math.max(now, Math.ceil(freeAt - takes)));
      }
    },
  };
}
