import type { Check } from '../check-facts.ts';

/** A classifier's own recall lies within its longest period (CLS-7). */
export const recontactPeriod: Check = function* ({ definitions, places }) {
  for (const [id, { classifiers }] of Object.entries(definitions.campaigns)) {
    for (const [name, { recontact }] of Object.entries(classifiers)) {
      const { after, within } = recontact ?? {};
      if (after === undefined || within === undefined || after <= within) continue;
      const at = places.valueAt(['campaigns', id, 'classifiers', name, 'recontact', 'after']);
      yield { at, message: `classifier '${name}' schedules a recall later than 'within' allows` };
    }
  }
};
