import type { Check } from '../check-facts.ts';

/** A classifier ends the work on the record or schedules the next call, not both (CLS-2, CLS-9). */
export const classifierContradiction: Check = function* ({ definitions, places }) {
  for (const [id, { classifiers }] of Object.entries(definitions.campaigns)) {
    for (const [name, { closes, blacklists, recontact }] of Object.entries(classifiers)) {
      if (!(closes || blacklists) || !recontact) continue;
      const at = places.keyAt(['campaigns', id, 'classifiers', name, 'recontact']);
      const does = closes ? 'closes the record' : 'blacklists the number';
      yield { at, message: `classifier '${name}' both ${does} and schedules a call` };
    }
  }
};
