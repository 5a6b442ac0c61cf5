import { usualSeconds } from '../../domain/model/period.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { Check } from './check-facts.ts';

/** A classifier's own recall lies within its longest period (CLS-7), and it does not close the record as well. */
export const classifierRecontact: Check = function* ({ definitions, places }) {
  for (const [id, { classifiers }] of Object.entries(definitions.campaigns)) {
    for (const [name, { closes, recontact }] of Object.entries(classifiers)) {
      const path = ['campaigns', id, 'classifiers', name];
      const { after, within } = recontact ?? {};
      if (
        after !== undefined &&
        within !== undefined &&
        usualSeconds(after) > usualSeconds(within)
      ) {
        const at = places.valueAt([...path, 'recontact', 'after']);
        yield diagnostic('recontact-period', at, `'${name}' recalls later than it allows`);
      }
      if (closes && recontact) {
        const at = places.keyAt([...path, 'recontact']);
        const message = `'${name}' closes the record and schedules a call`;
        yield diagnostic('classifier-contradiction', at, message);
      }
    }
  }
};
