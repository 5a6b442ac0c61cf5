import { type Check, ownersOfRecords } from '../check-facts.ts';

/** A choice has options, and no other type of field has any (REC-2). */
export const choiceWithoutOptions: Check = function* ({ definitions, gaps, places }) {
  for (const [owner, { fields }] of ownersOfRecords(definitions)) {
    for (const [field, { type, options }] of Object.entries(fields)) {
      const path = [...owner, 'fields', field];
      if (!gaps.isWhole([...path, 'type']) || !gaps.isWhole([...path, 'options'])) continue;
      if (type === 'choice' && options === undefined) {
        yield { at: places.keyAt(path), message: `choice field '${field}' has no options` };
      }
      if (type !== 'choice' && options !== undefined) {
        const at = places.keyAt([...path, 'options']);
        yield { at, message: `field '${field}' has options, but its type is '${type}'` };
      }
    }
  }
};
