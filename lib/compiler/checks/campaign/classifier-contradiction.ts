import type { Check } from '../check-facts.ts';

/** A classifier closes the record or schedules the next call, not both (CLS-2). */
export const classifierContradiction: Check = function* ({ definitions, places }) {
  for (const [id, { classifiers }] of Object.entries(definitions.campaigns)) {
    for (const [name, { closes, recontact }] of Object.entries(classifiers)) {
      if (!closes || !recontact) continue;
      const at = places.keyAt(['campaigns', id, 'classifiers', name, 'recontact']);
      yield { at, message: `classifier '${name}' both closes the record and schedules a call` };
    }
  }
};
