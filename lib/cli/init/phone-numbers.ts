// Twenty numbers for invented people. Where a country keeps numbers for films, books and tests, it
// is those; elsewhere numbers of the usual form, which may belong to somebody.

import examples from 'libphonenumber-js/examples.mobile.json';
import { type CountryCode, getExampleNumber, isSupportedCountry } from 'libphonenumber-js/max';
import { normalisePhone } from '../../domain/records/phone.ts';
import { own } from '../../language/dictionary.ts';

export interface InventedNumbers {
  /** As people there write them. */
  readonly written: readonly string[];
  /** The first of them, as +48512345610. */
  readonly first: string;
  /** Whether nobody can have them. */
  readonly reserved: boolean;
}

export const PEOPLE = 20;

/** `##` stands for two digits from 10 on. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  // Ofcom, Telephone numbers for drama use
  GB: ['020 7946 03##', '0161 496 01##', '0131 496 02##', '029 2018 04##'],
  // NANPA, 555 line numbers: 0100 to 0199 are for fiction
  US: ['(212) 555-01##', '(312) 555-01##', '(303) 555-01##', '(206) 555-01##'],
  CA: ['(416) 555-01##', '(514) 555-01##', '(403) 555-01##', '(604) 555-01##'],
  // Bundesnetzagentur, Mitteilung 148/2021: Rufnummern für Medienproduktionen
  DE: ['030 231250##', '040 669690##', '0221 47100##', '089 999980##'],
  // Arcep, décision 2018-0881: numéros destinés aux œuvres audiovisuelles
  FR: ['01 99 00 10 ##', '02 61 91 10 ##', '03 53 01 10 ##', '04 65 71 10 ##'],
  // ACMA, Phone numbers for use in TV shows, films and creative works
  AU: ['(02) 5550 10##', '(03) 5550 10##', '(07) 5550 10##', '(08) 5550 10##'],
  // PTS, Telefonnummer för användning i böcker och filmer
  SE: ['070-174 06 ##', '08-465 004 ##'],
};

export function inventedNumbers(country: string): InventedNumbers {
  const patterns = own(RESERVED, country);
  const written = patterns === undefined ? usualNumbers(country) : fromPatterns(patterns);
  const read = normalisePhone(written[0] ?? '', country);
  const first = read.kind === 'ok' ? read.phone : '';
  return { written, first, reserved: patterns !== undefined };
}

function fromPatterns(patterns: readonly string[]): readonly string[] {
  return Array.from({ length: PEOPLE }, (_, n) =>
    (patterns[n % patterns.length] ?? '').replace('##', String(10 + n)),
  );
}

/** Beside the number that libphonenumber shows as an example of a mobile number there. */
function usualNumbers(country: string): readonly string[] {
  const example = isSupportedCountry(country) ? exampleOf(country) : undefined;
  if (example === undefined) throw new RangeError(`no telephone numbers are known of ${country}`);
  const found: string[] = [];
  for (let n = 0; n < 1000 && found.length < PEOPLE; n++) {
    const number = example.number.slice(0, -3) + String((n + 610) % 1000).padStart(3, '0');
    const read = normalisePhone(number, country);
    if (read.kind !== 'ok' || read.remark !== undefined || read.phone !== number) continue;
    found.push(written(number, example.countryCallingCode));
  }
  return found;
}

const exampleOf = (country: CountryCode) => getExampleNumber(country, examples);

/** +48 512 345 610: the country code, and groups of three digits. */
function written(number: string, callingCode: string): string {
  const national = number.slice(callingCode.length + 1);
  return `+${callingCode} ${national.replaceAll(/\B(?=(\d{3})+$)/g, ' ')}`;
}
