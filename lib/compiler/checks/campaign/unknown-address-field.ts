import { type Check, contactAddressFields, fieldsOf, unlessKnown } from '../check-facts.ts';

/** The country and region of an address are read from fields that the campaign has (NEW-7). */
export const unknownAddressField: Check = function* (facts) {
  for (const { campaign, path, key, field } of contactAddressFields(facts.definitions)) {
    const at = facts.places.valueAt(path);
    const message = `'${key}' is '${field}', but the campaign has no such field`;
    yield* unlessKnown(field, fieldsOf(facts, campaign), at, message);
  }
};
