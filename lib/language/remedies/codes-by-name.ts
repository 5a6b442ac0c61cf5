// The ISO code of a country or language that somebody wrote by name, in the languages of our users.
import { nearest } from '../nearest.ts';

const LANGUAGES = ['en', 'pl', 'cs', 'de'];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** Codes of three letters that do not begin a name of the country. */
const THREE_LETTERS =
  'AND AD, ARE AE, AUT AT, BIH BA, BLR BY, BRA BR, CHE CH, CHN CN, CZE CZ, DEU DE, DNK DK, ESP ES, EST EE, FRO FO, GBR GB, GRC GR, GRL GL, HRV HR, IND IN, IRL IE, ISL IS, JPN JP, KAZ KZ, KOR KR, LTU LT, LUX LU, LVA LV, MDA MD, MLT MT, MKD MK, MNE ME, NLD NL, NOR NO, NZL NZ, POL PL, PRT PT, ROU RO, SRB RS, SVK SK, SVN SI, SWE SE, TUR TR, USA US, ZAF ZA';

const byThreeLetters: ReadonlyMap<string, string> = new Map(
  THREE_LETTERS.split(', ').map((pair) => [pair.slice(0, 3).toLowerCase(), pair.slice(4)]),
);

/** Looked at last, so that the nearest name is one of today's. */
const ALSO: readonly (readonly [name: string, code: string])[] = [
  ['czech republic', 'CZ'],
  ['ceska republika', 'CZ'],
  ['great britain', 'GB'],
  ['britain', 'GB'],
  ['england', 'GB'],
  ['scotland', 'GB'],
  ['wales', 'GB'],
  ['holland', 'NL'],
  ['usa', 'US'],
];

let byName: ReadonlyMap<string, string> | undefined;

/** None when the name is of no country. */
export function countryCode(text: string): readonly string[] {
  byName ??= namesOfCountries();
  const code = byName.get(plain(text));
  return code === undefined ? [] : [code];
}

/** What is probably meant: a code of three letters, the beginning of a name, a misspelt name. */
export function countryMeant(text: string): string | undefined {
  byName ??= namesOfCountries();
  const typed = plain(text);
  if (typed.length < 3) return undefined;
  const known = byName.get(typed) ?? byThreeLetters.get(typed);
  if (known !== undefined) return known;
  const begun = new Set(
    [...byName].flatMap(([name, code]) => (name.startsWith(typed) ? [code] : [])),
  );
  if (begun.size === 1) return [...begun][0];
  return byName.get(nearest(typed, byName.keys()) ?? '');
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const language of LANGUAGES) {
    const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of [...LETTERS].flatMap((a) => [...LETTERS].map((b) => a + b))) {
      const name = regions.of(code);
      // a code of the past, such as DD, stands for another one
      const isOfToday = new Intl.Locale(`und-${code}`).region === code;
      if (name !== undefined && isOfToday && !names.has(plain(name))) names.set(plain(name), code);
    }
  }
  for (const [name, code] of ALSO) names.set(name, code);
  return names;
}

let byLanguage: ReadonlyMap<string, string> | undefined;

/** Of the languages that are spoken to callers. */
export function languageCode(text: string): readonly string[] {
  byLanguage ??= new Map(
    LANGUAGES.flatMap((language) => {
      const names = new Intl.DisplayNames([language], { type: 'language' });
      return ['en', 'pl', 'cs'].map((code) => [plain(names.of(code) ?? code), code] as const);
    }),
  );
  const code = byLanguage.get(plain(text));
  return code === undefined ? [] : [code];
}

const plain = (name: string): string =>
  name.trim().toLowerCase().normalize('NFD').replaceAll(/\p{M}/gu, '');
