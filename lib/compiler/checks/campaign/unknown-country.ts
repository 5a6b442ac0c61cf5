import { COUNTRIES } from '../../../domain/contact-hours/numbering.ts';
import type { Check } from '../check-facts.ts';

/** Contact hours are given for countries that have telephone numbers (NEW-7). */
export const unknownCountry: Check = function* ({ definitions, places }) {
  for (const [id, { contactHours }] of Object.entries(definitions.campaigns)) {
    for (const country of Object.keys(contactHours.countries)) {
      if (COUNTRIES.includes(country)) continue;
      const at = places.keyAt(['campaigns', id, 'contactHours', 'countries', country]);
      yield { at, message: `there is no country with the code '${country}'` };
    }
  }
};
