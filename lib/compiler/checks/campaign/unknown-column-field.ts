import { type Check, namesAt, ownersOfRecords, unlessKnown } from '../check-facts.ts';

/** Columns of the contacts file are mapped to fields that the campaign has (REC-10). */
export const unknownColumnField: Check = function* (facts) {
  for (const [owner, { columns, fields }] of ownersOfRecords(facts.definitions)) {
    const known = namesAt(facts, fields, [...owner, 'fields']);
    for (const field of Object.keys(columns?.fields ?? {})) {
      const at = facts.places.keyAt([...owner, 'columns', 'fields', field]);
      const message = `a column is mapped to '${field}', but the ${owner[0] === 'directory' ? 'directory' : 'campaign'} has no such field`;
      yield* unlessKnown(field, known, at, message);
    }
  }
};
