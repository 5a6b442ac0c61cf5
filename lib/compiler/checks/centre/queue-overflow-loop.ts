import type { Check } from '../check-facts.ts';

/** Callers who move on from queue to queue come to an end (PRI-4). */
export const queueOverflowLoop: Check = function* ({ definitions, places }) {
  const { queues } = definitions;
  const reported = new Set<string>();
  for (const [id, { overflow }] of Object.entries(queues)) {
    const path = [id];
    for (let to = overflow; to !== undefined; to = queues[to]?.overflow) {
      path.push(to);
      if (path.indexOf(to) < path.length - 1) break;
    }
    if (path.length === 1 || path.at(-1) !== id || reported.has(id)) continue;
    for (const queue of path) reported.add(queue);
    const loop = path.map((queue) => `'${queue}'`).join(' → ');
    const at = places.valueAt(['queues', id, 'overflow']);
    yield { at, message: `callers would move in a circle: ${loop}` };
  }
};
