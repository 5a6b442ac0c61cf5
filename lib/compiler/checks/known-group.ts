import { type Check, unlessKnown } from './check-facts.ts';

/** The groups of a queue exist (PRI-6). */
export const knownGroup: Check = function* ({ definitions, places }) {
  const known = Object.keys(definitions.groups);
  for (const [queue, { groups }] of Object.entries(definitions.queues)) {
    for (const [index, group] of groups.entries()) {
      const at = places.valueAt(['queues', queue, 'groups', index]);
      yield* unlessKnown('unknown-group', group, known, at, `there is no group '${group}'`);
    }
  }
};
