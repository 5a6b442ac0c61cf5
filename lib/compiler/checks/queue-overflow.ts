import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, idsOf, unlessKnown } from './check-facts.ts';

/** Callers move on to a queue that exists, and come to an end (PRI-4). */
export const queueOverflow: Check = function* (facts) {
  const { definitions, places } = facts;
  const { queues } = definitions;
  const told = new Set<string>();
  for (const [id, { overflow }] of Object.entries(queues)) {
    if (overflow === undefined) continue;
    const at = places.valueAt(['queues', id, 'overflow']);
    const message = `there is no queue '${overflow}'`;
    yield* unlessKnown('unknown-queue', overflow, idsOf(facts, 'queues'), at, message);
    const way = [id];
    for (let to: string | undefined = overflow; to !== undefined; to = queues[to]?.overflow) {
      way.push(to);
      if (way.indexOf(to) < way.length - 1) break;
    }
    if (way.at(-1) !== id || told.has(id)) continue;
    for (const queue of way) told.add(queue);
    const round = way.map((queue) => `'${queue}'`).join(' → ');
    yield diagnostic('queue-overflow-loop', at, `callers go round: ${round}`);
  }
};
