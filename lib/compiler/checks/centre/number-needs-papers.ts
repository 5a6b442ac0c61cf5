import { COUNTRIES } from '../../../domain/contact-hours/numbering.ts';
import type { Check } from '../check-facts.ts';

/**
 * Countries whose numbers can be claimed without documents. All others are taken to need them: AWS
 * lists far more that do, and a number that is not there fails the deployment.
 * docs.aws.amazon.com/connect/latest/adminguide/phone-number-requirements.html
 */
export const NUMBERS_AT_ONCE: readonly string[] = ['US', 'CA', 'GB'];

/** Own numbers can be claimed at deployment (DIA-4). */
export const numberNeedsPapers: Check = function* ({ definitions, places }) {
  for (const [id, number] of Object.entries(definitions.centre.numbers)) {
    if (!('claim' in number)) continue;
    const { country } = number.claim;
    if (NUMBERS_AT_ONCE.includes(country) || !COUNTRIES.includes(country)) continue;
    const at = places.valueAt(['centre', 'numbers', id, 'claim', 'country']);
    yield { at, message: `AWS may ask for documents before it assigns a number of ${country}` };
  }
};
