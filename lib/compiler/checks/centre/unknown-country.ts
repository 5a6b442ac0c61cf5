import { COUNTRIES } from '../../../domain/contact-hours/numbering.ts';
import type { Path } from '../../../language/read-yaml.ts';
import type { Check, CheckFacts, Finding } from '../check-facts.ts';

/** Countries have telephone numbers of their own (CAM-26, NEW-7). */
export const unknownCountry: Check = function* (facts) {
  const { centre, campaigns } = facts.definitions;
  if (facts.gaps.isWhole(['centre', 'country']))
    yield* unlessCountry(facts, ['centre', 'country'], centre.country);
  for (const [id, number] of Object.entries(centre.numbers)) {
    if (!('claim' in number)) continue;
    const path = ['centre', 'numbers', id, 'claim', 'country'];
    yield* unlessCountry(facts, path, number.claim.country);
  }
  for (const [id, { country, contactHours }] of Object.entries(campaigns)) {
    if (country !== undefined) yield* unlessCountry(facts, ['campaigns', id, 'country'], country);
    for (const code of Object.keys(contactHours.countries)) {
      const path = ['campaigns', id, 'contactHours', 'countries', code];
      yield* unlessCountry(facts, path, code, 'key');
    }
  }
};

/** Codes that are often used for these countries, but mean something else or nothing. */
const MEANT: Readonly<Record<string, string>> = { UK: 'GB', EL: 'GR', EN: 'GB', CS: 'CZ' };

function* unlessCountry(
  { places }: CheckFacts,
  path: Path,
  code: string,
  part: 'key' | 'value' = 'value',
): Generator<Finding> {
  if (COUNTRIES.includes(code)) return;
  const at = part === 'key' ? places.keyAt(path) : places.valueAt(path);
  const meant = MEANT[code];
  const remedy = meant === undefined ? undefined : `Did you mean '${meant}'?`;
  yield { at, message: `there is no country with the code '${code}'`, remedy };
}
