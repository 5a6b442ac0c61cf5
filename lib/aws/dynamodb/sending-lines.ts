// The lines messages wait in: an item each, with the moment at which the line is free again. A turn
// is one conditional write: behind those who wait, or at once when nobody does. Which of the two
// holds is guessed from what this function saw last; a wrong guess changes nothing and the other is
// tried.

import type { SendingLines } from '../../application/ports/sending-lines.ts';
import { type LinePassing, spacing } from '../../domain/messaging/sending-pace.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Dynamo, Write } from './document-table.ts';

/** Seconds for which the item of a line nobody waits in stays. */
const KEPT_SECONDS = 86_400;
/**
 * Milliseconds between messages of a line that is passed in a transaction: of a faster one
 * several functions would be in each other's way.
 */
const SLOW = 100;

const keyOf = (id: string) => ({ pk: `line#${id}`, sk: 'line' });
const expiresAt = (now: Instant): number => Math.ceil(now / 1000) + KEPT_SECONDS;

/** Nobody waits, and the message goes. */
const passing = (now: Instant, takes: number) => ({
  UpdateExpression: 'SET freeAt = :then, expires = :expires',
  ConditionExpression: 'attribute_not_exists(freeAt) OR freeAt <= :now',
  ExpressionAttributeValues: { ':now': now, ':expires': expiresAt(now), ':then': now + takes },
});

/** Passes the line, or refuses the transaction it is in. */
export const passingWrite = (table: string, { line, units }: LinePassing, now: Instant): Write => ({
  Update: { TableName: table, Key: keyOf(line.id), ...passing(now, spacing(line, units)) },
});

export function dynamoSendingLines(db: Dynamo, table: string): SendingLines {
  const busyUntil = new Map<string, number>();
  const write = (id: string, now: Instant, takes: number, waiting: boolean) =>
    db.update({
      TableName: table,
      Key: keyOf(id),
      ...(waiting
        ? {
            UpdateExpression: 'SET freeAt = freeAt + :takes, expires = :expires',
            ConditionExpression: 'freeAt > :now',
            ExpressionAttributeValues: { ':now': now, ':expires': expiresAt(now), ':takes': takes },
          }
        : passing(now, takes)),
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
    seemFree: (passings, now) =>
      passings.every(
        ({ line, units }) => (busyUntil.get(line.id) ?? 0) <= now && spacing(line, units) >= SLOW,
      ),
    passed(passings, now) {
      for (const { line, units } of passings) busyUntil.set(line.id, now + spacing(line, units));
    },
  };
}
