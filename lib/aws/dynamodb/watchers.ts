// Tickets and connected pages in the runtime table, whose TTL takes away what was never used or
// never ended. Of a ticket only its hash is stored: who reads the table cannot connect.
import { createHash, randomBytes } from 'node:crypto';
import type { Admissions, Watchers } from '../../application/ports/watchers.ts';
import { CONNECTION_LIVES, NOBODY_FOR, TICKET_LIVES, type Watch } from '../../domain/live/watch.ts';
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { put, remove } from './writes.ts';

const CONNECTIONS = 'live';

const keyOf = (connection: string): Key => ({ pk: CONNECTIONS, sk: connection });
const ticketKey = (ticket: string): Key => ({
  pk: `ticket#${createHash('sha256').update(ticket).digest('base64url')}`,
  sk: 'ticket',
});
/** Epoch seconds, as TTL wants them. */
const seconds = (at: number): number => Math.ceil(at / 1000);

export function dynamoWatchers(db: Dynamo, table: string): Watchers & Admissions {
  let nobodyUntil = 0;
  return {
    async admit(watch, now) {
      const ticket = randomBytes(32).toString('base64url');
      const until = now + TICKET_LIVES;
      const item = { ...ticketKey(ticket), watch, until, expires: seconds(until) };
      await db.transact([put(table, item)]);
      return ticket;
    },
    async take(ticket, now) {
      const key = ticketKey(ticket);
      const found = await db.get(table, key);
      if (found === undefined || Number(found.until) <= now) return undefined;
      // of two who come with one ticket, one gets in
      const refused = await db.transact([
        remove(table, key, { expression: 'attribute_exists(pk)' }),
      ]);
      return refused.length === 0 ? watchOf(found) : undefined;
    },
    async join({ connection, since, watch }) {
      const expires = seconds(since + CONNECTION_LIVES);
      await db.transact([put(table, { ...keyOf(connection), since, watch, expires })]);
    },
    async leave(connection) {
      await db.transact([remove(table, keyOf(connection))]);
    },
    async all(now) {
      if (now < nobodyUntil) return [];
      const items = await db.all({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': CONNECTIONS },
      });
      if (items.length === 0) nobodyUntil = now + NOBODY_FOR;
      return items.map((item) => ({
        connection: item.sk,
        since: Number(item.since),
        watch: watchOf(item),
      }));
    },
  };
}

const watchOf = ({ watch }: Item): Watch => watch as Watch;
