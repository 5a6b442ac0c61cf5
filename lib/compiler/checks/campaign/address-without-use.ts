import { type Check, contactAddressFields } from '../check-facts.ts';

/** An address is read only where people are called by the hours of their own place (NEW-7). */
export const addressWithoutUse: Check = function* ({ definitions, places }) {
  for (const { campaign, path, key } of contactAddressFields(definitions)) {
    if (definitions.campaigns[campaign]?.contactHours.where !== 'campaign') continue;
    yield { at: places.keyAt(path), message: `'${key}' has no effect with 'where: campaign'` };
  }
};
