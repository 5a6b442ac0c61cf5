import { own } from '../../../language/dictionary.ts';
import type { Check } from '../check-facts.ts';

/** A classifier sends records to a campaign that takes some from this one (CAM-8). */
export const recordsNotTaken: Check = function* ({ definitions: { campaigns }, places }) {
  for (const [id, { classifiers }] of Object.entries(campaigns)) {
    for (const [name, classifier] of Object.entries(classifiers)) {
      for (const key of ['movesTo', 'copiesTo'] as const) {
        const to = classifier[key];
        const target = to === undefined ? undefined : own(campaigns, to);
        if (!target?.takesNoRecordsFrom.includes(id)) continue;
        const at = places.valueAt(['campaigns', id, 'classifiers', name, key]);
        yield {
          at,
          message: `classifier '${name}' sends records to campaign '${to}', which takes none from '${id}'`,
        };
      }
    }
  }
};
