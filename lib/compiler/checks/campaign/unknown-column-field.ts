import { type Check, fieldsOf, unlessKnown } from '../check-facts.ts';

/** Columns of the contacts file are mapped to fields that the campaign has (REC-10). */
export const unknownColumnField: Check = function* (facts) {
  for (const [id, { columns }] of Object.entries(facts.definitions.campaigns)) {
    for (const field of Object.keys(columns?.fields ?? {})) {
      const at = facts.places.keyAt(['campaigns', id, 'columns', 'fields', field]);
      const message = `a column is mapped to '${field}', but the campaign has no such field`;
      yield* unlessKnown(field, fieldsOf(facts, id), at, message);
    }
  }
};
