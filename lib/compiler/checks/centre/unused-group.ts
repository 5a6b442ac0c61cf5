import { ANY } from '../../../language/gaps.ts';
import type { Check } from '../check-facts.ts';

/** A group belongs to a queue; otherwise its agents receive no contacts (PRI-6). */
export const unusedGroup: Check = function* ({ definitions, gaps, places }) {
  if (!gaps.isWhole(['queues', ANY, 'groups'])) return;
  const used = Object.values(definitions.queues).flatMap(({ groups }) => groups);
  for (const group of Object.keys(definitions.groups).filter((id) => !used.includes(id))) {
    const at = places.keyAt(['groups', group]);
    yield { at, message: `no queue has group '${group}'` };
  }
};
