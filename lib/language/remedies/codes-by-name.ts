// The ISO code of a country or language that somebody wrote by name, in the languages of our users.

const LANGUAGES = ['en', 'pl', 'cs', 'de'];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

let byName: ReadonlyMap<string, string> | undefined;

/** None when the name is of no country. */
export function countryCode(text: string): readonly string[] {
  byName ??= namesOfCountries();
  const code = byName.get(plain(text));
  return code === undefined ? [] : [code];
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const names = new Map<string, string>([
    ['czech republic', 'CZ'],
    ['ceska republika', 'CZ'],
    ['great britain', 'GB'],
    ['england', 'GB'],
    ['holland', 'NL'],
    ['usa', 'US'],
  ]);
  for (const language of LANGUAGES) {
    const regions = new Intl.DisplayNames([language], { type: 'region', fallback: 'none' });
    for (const code of [...LETTERS].flatMap((a) => [...LETTERS].map((b) => a + b))) {
      const name = regions.of(code);
      // a code of the past, such as DD, stands for another one
      const isOfToday = new Intl.Locale(`und-${code}`).region === code;
      if (name !== undefined && isOfToday && !names.has(plain(name))) names.set(plain(name), code);
    }
  }
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
