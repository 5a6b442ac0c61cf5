// Countries as people write them in a column of addresses: as a code, or by name in one of the
// languages of the countries our lists come from.
import { COUNTRIES } from './numbering.ts';

const LANGUAGES = ['en', 'de', 'pl', 'cs', 'sk', 'hu', 'fr', 'it', 'es', 'nl', 'uk'] as const;

/** Names in common use that are not the short names of the Unicode tables. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  CZ: ['czech republic', 'ceska republika', 'tschechische republik', 'republika czeska', 'cr'],
  DE: ['bundesrepublik deutschland', 'brd', 'federal republic of germany'],
  GB: [
    'uk',
    'great britain',
    'britain',
    'england',
    'scotland',
    'wales',
    'grossbritannien',
    'velka britanie',
  ],
  NL: ['holland', 'the netherlands', 'holandsko', 'holandia'],
  PL: ['rzeczpospolita polska', 'republic of poland'],
  SK: ['slovak republic', 'slovenska republika'],
  US: ['usa', 'united states of america'],
};

let known: ReadonlyMap<string, string> | undefined;

/** The code of a country with telephone numbers; undefined when the text names none. */
export function countryNamed(text: string): string | undefined {
  const code = text.trim().toUpperCase();
  if (COUNTRIES.includes(code)) return code;
  known ??= namesOfCountries();
  return known.get(plain(text));
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = LANGUAGES.flatMap((language) => {
    const display = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    return COUNTRIES.flatMap((code) => {
      const name = display.of(code);
      return name === undefined ? [] : [[plain(name), code] as const];
    });
  });
  const also = Object.entries(ALSO).flatMap(([code, list]) =>
    list.map((name) => [name, code] as const),
  );
  return new Map([...names, ...also]);
}

/** Without accents, signs and capitals: "Česká republika" is "ceska republika". */
const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .replaceAll(/[łŁ]/g, 'l')
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim();
