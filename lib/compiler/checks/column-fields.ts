import { type FileCheck, unlessKnown } from './check-facts.ts';

/** Columns of the contacts file are meant for fields that the campaign has (REC-10). */
export const columnFields: FileCheck = function* ({ definitions, places }) {
  for (const [id, { columns, fields }] of Object.entries(definitions.campaigns)) {
    for (const field of Object.keys(columns?.fields ?? {})) {
      const at = places.keyAt(['campaigns', id, 'columns', 'fields', field]);
      const message = `a column is meant for '${field}', but the campaign has no such field`;
      yield* unlessKnown('unknown-column-field', field, Object.keys(fields), at, message);
    }
  }
};
