// What the beginning of a number says: the country, the time zones it may be in, in Germany the
// Land. Kept as a table (numbering-data.ts) because a tick asks this for every record; the longest
// beginning that is known decides.
import { GERMAN_LANDS, NUMBERING } from './numbering-data.ts';

export interface NumberOrigin {
  /** ISO 3166. */
  readonly country: string;
  /** IANA names: one, or all the number may be in. */
  readonly zones: readonly string[];
  /** ISO 3166-2 without the country; empty when the number does not say. */
  readonly regions: readonly string[];
}

const LONGEST = 6;

const byPrefix: ReadonlyMap<string, NumberOrigin> = new Map([
  ...NUMBERING.flatMap(([country, zones, prefixes]) => {
    const origin = { country, zones: zones.split(' '), regions: [] };
    return prefixes.split(' ').map((prefix): [string, NumberOrigin] => [prefix, origin]);
  }),
  ...GERMAN_LANDS.flatMap(([lands, areaCodes]) => {
    const origin = { country: 'DE', zones: ['Europe/Berlin'], regions: lands.split(' ') };
    return areaCodes.split(' ').map((area): [string, NumberOrigin] => [`49${area}`, origin]);
  }),
]);

/** Every country with a numbering plan; a country's zones are those of all its numbers. */
const zonesByCountry: ReadonlyMap<string, readonly string[]> = NUMBERING.reduce(
  (known, [country, zones]) =>
    known.set(country, [...new Set([...(known.get(country) ?? []), ...zones.split(' ')])]),
  new Map<string, readonly string[]>(),
);

/**
 * undefined for a number of no country: satellites, freephone of the world, no international form.
 */
export function originOf(phone: string): NumberOrigin | undefined {
  if (!phone.startsWith('+')) return undefined;
  for (let end = Math.min(phone.length, LONGEST + 1); end > 1; end--) {
    const found = byPrefix.get(phone.slice(1, end));
    if (found !== undefined) return found;
  }
  return undefined;
}

export const COUNTRIES: readonly string[] = [...zonesByCountry.keys()].toSorted();

/** The zones of a country; undefined when it has no numbers we know. */
export const zonesOf = (country: string): readonly string[] | undefined =>
  zonesByCountry.get(country);
