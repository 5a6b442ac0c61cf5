// A number is dialed by one attempt at a time (DIA-7). The lock's key is a hash, so no list of
// numbers lies in the runtime table; it expires by itself.
import { createHash } from 'node:crypto';
import type { Change } from '../../domain/model/change.ts';
import type { Condition, Write } from './document-table.ts';
import type { Key } from './items.ts';
import { put, remove } from './writes.ts';

/** Seconds for which a spent lock stays before the table's TTL may take it away. */
const KEPT_SECONDS = 3600;

const lockKey = (phone: string): Key => ({
  pk: `number#${createHash('sha256').update(phone).digest('hex')}`,
  sk: 'number',
});

export function takeNumber(table: string, take: NonNullable<Change['takeNumber']>): Write {
  const { phone, attempt, now, until } = take;
  const expires = Math.ceil(until / 1000) + KEPT_SECONDS;
  const condition: Condition = {
    expression: 'attribute_not_exists(pk) OR attempt = :attempt OR #until <= :now',
    names: { '#until': 'until' },
    values: { ':attempt': attempt, ':now': now },
  };
  return put(table, { ...lockKey(phone), attempt, until, expires }, condition);
}

export function freeNumber(table: string, free: NonNullable<Change['freeNumber']>): Write {
  const held = { expression: 'attempt = :attempt', values: { ':attempt': free.attempt } };
  return remove(table, lockKey(free.phone), held);
}
