// A number is dialed by one attempt at a time (DIA-7), and rests when the call has ended. The
// lock's key is a pseudonym, so no list of numbers lies in the runtime table; it expires by itself.
import type { Pseudonyms } from '../../application/ports/pseudonyms.ts';
import type { Change } from '../../domain/model/change.ts';
import type { Condition, Write } from './document-table.ts';
import type { Key } from './items.ts';
import { conditionCheck, put, remove } from './writes.ts';

/** Seconds for which a spent lock stays before the table's TTL may take it away. */
const KEPT_SECONDS = 3600;
/** Seconds for which it is known when the last call to a number ended; no longer pause holds. */
const REST_KEPT = 86_400;

const lockKey = (pseudonym: string): Key => ({ pk: `number#${pseudonym}`, sk: 'number' });

/**
 * A lock that was taken under a former key holds as well. None is as old as the time before there
 * were keys, whose pseudonym comes last.
 */
export async function takeNumber(
  table: string,
  take: NonNullable<Change['takeNumber']>,
  pseudonyms: Pseudonyms,
): Promise<readonly Write[]> {
  const { phone, attempt, now, until, rested = now } = take;
  const [today, ...before] = await pseudonyms.of(phone);
  const former = before.slice(0, -1);
  const expires = Math.ceil(until / 1000) + KEPT_SECONDS;
  const free: Condition = {
    expression:
      'attribute_not_exists(pk) OR attempt = :attempt OR (#until <= :now AND (attribute_not_exists(calledUntil) OR calledUntil <= :rested))',
    names: { '#until': 'until' },
    values: { ':attempt': attempt, ':now': now, ':rested': rested },
  };
  return [
    put(table, { ...lockKey(today), attempt, until, expires }, free),
    ...former.map((pseudonym) => conditionCheck(table, lockKey(pseudonym), free)),
  ];
}

/** Removes the lock, or leaves it to say when the call ended; a former key's expires by itself. */
export async function freeNumber(
  table: string,
  free: NonNullable<Change['freeNumber']>,
  pseudonyms: Pseudonyms,
): Promise<Write> {
  const held = { expression: 'attempt = :attempt', values: { ':attempt': free.attempt } };
  const { attempt, calledUntil } = free;
  const [today] = await pseudonyms.of(free.phone);
  if (calledUntil === undefined) return remove(table, lockKey(today), held);
  const expires = Math.ceil(calledUntil / 1000) + REST_KEPT;
  const resting = { ...lockKey(today), attempt, until: calledUntil, calledUntil, expires };
  return put(table, resting, held);
}
