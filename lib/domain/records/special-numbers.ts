// Numbers that are valid and still not a customer's telephone: calling them costs the caller a
// multiple, or rings at a satellite. A campaign calls them only where it says so. Kept as a table
// because a tick asks this of every record.
import type { SpecialNumber } from '../../language/schema/campaign.ts';
import { SPECIAL_NUMBERS } from './number-plans-data.ts';

/**
 * Calling codes of no country (ITU-T E.164, list of assigned codes): shared by services all over
 * the world.
 */
const WORLDWIDE: readonly (readonly [code: string, kind: SpecialNumber])[] = [
  ['808', 'shared-cost'],
  ['870', 'satellite'],
  ['878', 'personal'],
  ['881', 'satellite'],
  ['882', 'satellite'],
  ['883', 'satellite'],
  ['979', 'premium'],
];

const LONGEST_CODE = 3;

const patterns = new Map<string, { readonly kind: SpecialNumber; readonly source: string }[]>();
for (const [kind, code, source] of SPECIAL_NUMBERS)
  patterns.set(code, [...(patterns.get(code) ?? []), { kind, source }]);

/** Compiled when a number of the country is first asked about. */
const compiled = new Map<
  string,
  readonly { readonly kind: SpecialNumber; readonly is: RegExp }[]
>();

function patternsOf(code: string) {
  const known = compiled.get(code);
  if (known) return known;
  const made = (patterns.get(code) ?? []).map(({ kind, source }) => ({
    kind,
    is: new RegExp(`^(?:${source})$`),
  }));
  compiled.set(code, made);
  return made;
}

/** @param phone E.164 @returns undefined for the telephone of a person or a company */
export function specialKindOf(phone: string): SpecialNumber | undefined {
  const worldwide = WORLDWIDE.find(([code]) => phone.startsWith(code, 1));
  if (worldwide) return worldwide[1];
  for (let length = 1; length <= LONGEST_CODE; length++) {
    const code = phone.slice(1, 1 + length);
    if (!patterns.has(code)) continue;
    const national = phone.slice(1 + length);
    return patternsOf(code).find(({ is }) => is.test(national))?.kind;
  }
  return undefined;
}

/** Satellites and services of the world, of which numbering plans say little. */
export const hasOwnNetwork = (phone: string): boolean =>
  WORLDWIDE.some(([code]) => phone.startsWith(code, 1));

const NAMES: Readonly<Record<SpecialNumber, string>> = {
  premium: 'a premium-rate number',
  'shared-cost': 'a shared-cost number',
  personal: 'a personal number that forwards at the cost of the caller',
  satellite: 'a satellite number',
};

/** What is said of a number that was not called because of its kind. */
export const notCalled = (kind: SpecialNumber): string =>
  `it is ${NAMES[kind]}, which the campaign does not call`;
