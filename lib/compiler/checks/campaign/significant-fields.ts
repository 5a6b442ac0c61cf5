import type { Check } from '../check-facts.ts';

/** At most one field names the record (REC-3). */
export const significantFields: Check = function* ({ definitions, places }) {
  for (const [id, { fields }] of Object.entries(definitions.campaigns)) {
    const [first, ...others] = Object.keys(fields).filter((field) => fields[field]?.significant);
    for (const field of others) {
      const at = places.keyAt(['campaigns', id, 'fields', field, 'significant']);
      yield { at, message: `field '${first}' is already the significant one` };
    }
  }
};
