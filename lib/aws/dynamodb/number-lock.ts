// A number is dialed by one attempt at a time (DIA-7). The lock's key is a pseudonym, so no list of
// numbers lies in the runtime table; it expires by itself.
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import type { Change } from '../../domain/model/change.ts';
import type { Condition, Write } from './document-table.ts';
import type { Key } from './items.ts';
import { conditionCheck, put, remove } from './writes.ts';

/** Seconds for which a spent lock stays before the table's TTL may take it away. */
const KEPT_SECONDS = 3600;

const lockKey = (pseudonym: string): Key => ({ pk: `number#${pseudonym}`, sk: 'number' });

/** A lock that was taken under a former key holds as well. */
export async function takeNumber(
  table: string,
  take: NonNullable<Change['takeNumber']>,
  pseudonyms: Pseudonyms,
): Promise<readonly Write[]> {
  const { phone, attempt, now, until } = take;
  const [today, ...former] = await pseudonyms.of(phone);
  const expires = Math.ceil(until / 1000) + KEPT_SECONDS;
  const free: Condition = {
    expression: 'attribute_not_exists(pk) OR attempt = :attempt OR #until <= :now',
    names: { '#until': 'until' },
    values: { ':attempt': attempt, ':now': now },
  };
  return [
    put(table, { ...lockKey(today), attempt, until, expires }, free),
    ...former.map((pseudonym) => conditionCheck(table, lockKey(pseudonym), free)),
  ];
}

/** One under a former key expires by itself. */
export async function freeNumber(
  table: string,
  free: NonNullable<Change['freeNumber']>,
  pseudonyms: Pseudonyms,
): Promise<Write> {
  const held = { expression: 'attempt = :attempt', values: { ':attempt': free.attempt } };
  const [today] = await pseudonyms.of(free.phone);
  return remove(table, lockKey(today), held);
}
