import { type Check, fieldsOf, unlessKnown } from './check-facts.ts';

/** Columns of the contacts file are meant for fields that the campaign has (REC-10). */
export const columnFields: Check = function* (facts) {
  for (const [id, { columns }] of Object.entries(facts.definitions.campaigns)) {
    for (const field of Object.keys(columns?.fields ?? {})) {
      const at = facts.places.keyAt(['campaigns', id, 'columns', 'fields', field]);
      const message = `a column is meant for '${field}', but the campaign has no such field`;
      yield* unlessKnown('unknown-column-field', field, fieldsOf(facts, id), at, message);
    }
  }
};
