// Two writers of one record: the second reloads and decides again on what it finds.
import { Fault } from './tasks/faults.ts';

const TRIES = 6;

/**
 * Runs `decide` until it is something else than 'conflict'; RecordContended after six times.
 * @param decide loads, decides and commits; nothing of an earlier run may be kept
 */
export async function untilCommitted<T>(
  what: string,
  decide: () => Promise<T | 'conflict'>,
): Promise<T> {
  for (let i = 0; i < TRIES; i++) {
    const result = await decide();
    if (result !== 'conflict') return result;
  }
  throw new Fault('RecordContended', `${what} was changed by others ${TRIES} times in a row`);
}
