import { type Check, idsOf, unlessKnown } from '../check-facts.ts';

/** The groups of a queue exist (PRI-6). */
export const unknownGroup: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = idsOf(facts, 'groups');
  for (const [queue, { groups }] of Object.entries(definitions.queues)) {
    for (const [index, group] of groups.entries()) {
      const at = places.valueAt(['queues', queue, 'groups', index]);
      yield* unlessKnown(group, known, at, `there is no group '${group}'`);
    }
  }
};
