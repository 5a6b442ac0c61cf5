// Texts of the pages. English decides which there are; the types hold the other languages to it,
// with all plural forms they have. A test compares placeholders and plural forms.
export const LANGUAGES = ['en', 'pl', 'cs'] as const;
export type LanguageCode = (typeof LANGUAGES)[number];

/** Of how many `n`. */
interface EnglishForms {
  readonly one: string;
  readonly other: string;
}
interface SlavicForms {
  readonly one: string;
  readonly few: string;
  readonly many: string;
  readonly other: string;
}

type Text = string | EnglishForms | SlavicForms;
export type English = Readonly<Record<string, string | EnglishForms>>;
/** The same texts in Polish or Czech. */
export type Translated<C> = {
  readonly [K in keyof C]: C[K] extends string ? string : SlavicForms;
};

type Named<S> = S extends `${string}{${infer P}}${infer R}` ? P | Named<R> : never;
type NamesIn<T> = T extends string
  ? Named<T>
  : 'n' | (T extends EnglishForms ? Named<T['other']> : never);
type Value = string | number;

/** A text by its key, with what stands in its braces. */
export type Translate<C> = <K extends keyof C>(
  key: K,
  ...values: NamesIn<C[K]> extends never ? [] : [Readonly<Record<NamesIn<C[K]>, Value>>]
) => string;

/** Loads the texts of a page in each language. */
export type TextsOf<C> = {
  readonly [L in LanguageCode]: () => Promise<C | Translated<C>>;
};

export function translator<C>(
  language: LanguageCode,
  texts: Readonly<Record<string, Text>>,
): Translate<C> {
  const plural = new Intl.PluralRules(language);
  const number = new Intl.NumberFormat(language);
  return (key, ...[values = {}]) => {
    const text = texts[String(key)];
    if (text === undefined) return String(key);
    const given: Readonly<Record<string, Value>> = values;
    return formOf(text, plural, Number(given.n ?? 0)).replaceAll(/\{(\w+)\}/g, (whole, name) => {
      const value = given[name];
      if (value === undefined) return whole;
      return typeof value === 'number' ? number.format(value) : value;
    });
  };
}

function formOf(text: Text, plural: Intl.PluralRules, n: number): string {
  if (typeof text === 'string') return text;
  const forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> = text;
  return forms[plural.select(n)] ?? text.other;
}

/** The first language of the browser that the pages have. */
export function preferred(asked: readonly string[]): LanguageCode {
  const found = asked
    .map((one) => one.slice(0, 2).toLowerCase())
    .find((one): one is LanguageCode => LANGUAGES.some((known) => known === one));
  return found ?? 'en';
}
