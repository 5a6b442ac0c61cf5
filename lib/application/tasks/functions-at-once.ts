// How many functions may want to run at the same time: what the queues hand out at once, two shards
// each of the agents' stream and of the journal.
import { TASK_NAMES, taskOf } from './tasks.ts';

/** Batches of one shard that are worked on at the same time, of both streams. */
export const STREAM_PARALLELISM = 2;

/** Batches of one queue that Lambda works on at once, at most. */
const MOST_AT_ONCE = 1000;

/**
 * @param callsPerSecond what Connect allows; each call placed takes about a second of a function
 */
export const placeCallsAtOnce = (atOnce: number, callsPerSecond: number): number =>
  Math.min(MOST_AT_ONCE, Math.max(atOnce, Math.ceil(callsPerSecond * 2)));

/**
 * What a queue hands out at once where the account allows fewer functions than all want: its share,
 * and two at least, which is the least SQS takes.
 */
export function sharedAtOnce(
  atOnce: number,
  { wanted, allowed }: { readonly wanted: number; readonly allowed: number },
): number {
  return allowed >= wanted ? atOnce : Math.max(2, Math.floor((atOnce * allowed) / wanted));
}

/** @param receives whether a mailbox of the centre receives */
export function functionsAtOnce(callsPerSecond: number, receives: boolean): number {
  const byTask = TASK_NAMES.map((name) => {
    const task = taskOf(name);
    if (task.trigger === 'stream' || task.trigger === 'pipe') return STREAM_PARALLELISM;
    if (task.trigger === 'changes') return 1;
    if (task.trigger !== 'queue') return 0;
    const { atOnce, onlyWith, late } = task.queue;
    if (onlyWith !== undefined && !receives) return 0;
    if (name === 'place-call') return placeCallsAtOnce(atOnce, callsPerSecond);
    return atOnce + (late?.atOnce ?? 0);
  });
  return byTask.reduce((sum, n) => sum + n, 0);
}
