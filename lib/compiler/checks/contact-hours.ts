import { COUNTRIES } from '../../domain/contact-hours/numbering.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, fieldsOf, unlessKnown } from './check-facts.ts';

const ADDRESS = ['countryField', 'regionField'] as const;

/** What the hours of contacts name exists: countries with numbers, fields of the record (NEW-7). */
export const contactHours: Check = function* (facts) {
  const { definitions, places } = facts;
  for (const [id, { contactHours: given }] of Object.entries(definitions.campaigns)) {
    const path = ['campaigns', id, 'contactHours'];
    for (const country of Object.keys(given.countries)) {
      if (COUNTRIES.includes(country)) continue;
      const at = places.keyAt([...path, 'countries', country]);
      yield diagnostic('unknown-country', at, `no telephone number is of a country '${country}'`);
    }
    for (const key of ADDRESS) {
      const field = given[key];
      if (field === undefined) continue;
      const at = places.valueAt([...path, key]);
      const message = `the address is to be in '${field}', but the campaign has no such field`;
      yield* unlessKnown('unknown-address-field', field, fieldsOf(facts, id), at, message);
      if (given.where !== 'campaign') continue;
      const says = `'${key}' has no meaning when everybody is taken to be where the campaign is`;
      yield diagnostic('address-without-use', places.keyAt([...path, key]), says);
    }
  }
};
