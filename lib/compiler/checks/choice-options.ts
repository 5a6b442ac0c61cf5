import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { Check } from './check-facts.ts';

/** A choice has options, and nothing else has (REC-2). */
export const choiceOptions: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { fields }] of Object.entries(definitions.campaigns)) {
    for (const [field, { type, options }] of Object.entries(fields)) {
      const path = ['campaigns', id, 'fields', field];
      if (!gaps.isWhole([...path, 'type']) || !gaps.isWhole([...path, 'options'])) continue;
      if (type === 'choice' && options === undefined) {
        const message = `the choice '${field}' has no options`;
        yield diagnostic('choice-without-options', places.keyAt(path), message);
      }
      if (type !== 'choice' && options !== undefined) {
        const at = places.keyAt([...path, 'options']);
        const message = `'${field}' has options, but its type is '${type}'`;
        yield diagnostic('choice-without-options', at, message);
      }
    }
  }
};
