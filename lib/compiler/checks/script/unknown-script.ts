import { type Check, idsOf, unlessKnown } from '../check-facts.ts';
import { scriptUses } from '../scripts.ts';

/** The script a channel or a queue names has a file (DIA-5, INB-2). */
export const unknownScript: Check = function* (facts) {
  const known = idsOf(facts, 'scripts');
  for (const { script, path } of scriptUses(facts.definitions)) {
    const at = facts.places.valueAt(path);
    yield* unlessKnown(script, known, at, `there is no script '${script}'`);
  }
};
