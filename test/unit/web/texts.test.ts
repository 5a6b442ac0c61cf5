// The texts of all pages in all languages: what the types cannot hold.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cs as dryRunCs } from '../../../web/console/dry-run/texts/cs.ts';
import { en as dryRunEn } from '../../../web/console/dry-run/texts/en.ts';
import { pl as dryRunPl } from '../../../web/console/dry-run/texts/pl.ts';
import { cs as filtersCs } from '../../../web/console/filters/texts/cs.ts';
import { en as filtersEn } from '../../../web/console/filters/texts/en.ts';
import { pl as filtersPl } from '../../../web/console/filters/texts/pl.ts';
import { cs as peopleCs } from '../../../web/console/people/texts/cs.ts';
import { en as peopleEn } from '../../../web/console/people/texts/en.ts';
import { pl as peoplePl } from '../../../web/console/people/texts/pl.ts';
import { cs as reportsCs } from '../../../web/console/reports/texts/cs.ts';
import { en as reportsEn } from '../../../web/console/reports/texts/en.ts';
import { pl as reportsPl } from '../../../web/console/reports/texts/pl.ts';
import { cs as consoleCs } from '../../../web/console/texts/cs.ts';
import { en as consoleEn } from '../../../web/console/texts/en.ts';
import { pl as consolePl } from '../../../web/console/texts/pl.ts';
import { cs as deskCs } from '../../../web/desk/texts/cs.ts';
import { en as deskEn } from '../../../web/desk/texts/en.ts';
import { pl as deskPl } from '../../../web/desk/texts/pl.ts';
import { cs as saidCs } from '../../../web/kit/said/cs/said.ts';
import { en as saidEn } from '../../../web/kit/said/en/said.ts';
import { pl as saidPl } from '../../../web/kit/said/pl/said.ts';
import { cs as kitCs } from '../../../web/kit/texts/cs.ts';
import { en as kitEn } from '../../../web/kit/texts/en.ts';
import { pl as kitPl } from '../../../web/kit/texts/pl.ts';
import { preferred, translator } from '../../../web/kit/texts/texts.ts';

type Catalogue = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

const console = {
  en: { ...consoleEn, ...dryRunEn, ...filtersEn, ...peopleEn, ...reportsEn },
  pl: { ...consolePl, ...dryRunPl, ...filtersPl, ...peoplePl, ...reportsPl },
  cs: { ...consoleCs, ...dryRunCs, ...filtersCs, ...peopleCs, ...reportsCs },
};

const CATALOGUES: readonly (readonly [string, Readonly<Record<'en' | 'pl' | 'cs', Catalogue>>])[] =
  [
    ['kit', { en: kitEn, pl: kitPl, cs: kitCs }],
    ['console', console],
    ['desk', { en: deskEn, pl: deskPl, cs: deskCs }],
  ];

/** Found by what the API says: no source names their keys. */
const SAID = { en: saidEn, pl: saidPl, cs: saidCs };

const formsIn = (text: Catalogue[string] = '') =>
  typeof text === 'string' ? [text] : Object.values(text);
const placeholders = (text: string) =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

/** What is amiss with a language, key by key. */
function mistakes(
  language: 'en' | 'pl' | 'cs',
  en: Catalogue,
  texts: Catalogue,
): readonly string[] {
  const categories = new Intl.PluralRules(language).resolvedOptions().pluralCategories.toSorted();
  const keys = new Set([...Object.keys(en), ...Object.keys(texts)]);
  return [...keys].flatMap((key) => {
    const [wanted, given] = [en[key], texts[key]];
    if (wanted === undefined || given === undefined) return [`${key}: not in both`];
    const plural = typeof given === 'object' ? Object.keys(given).toSorted() : categories;
    const named = placeholders(formsIn(wanted).at(-1) ?? '');
    return [
      ...(typeof wanted === typeof given ? [] : [`${key}: plural in one of them`]),
      ...(plural.join() === categories.join() ? [] : [`${key}: has the forms ${plural}`]),
      ...formsIn(given).flatMap((form) => [
        ...(form.trim() === '' ? [`${key}: empty`] : []),
        // "one campaign" may do without its number
        ...(placeholders(form).join() === named.join() || form === (given as { one?: string }).one
          ? []
          : [`${key}: has ${placeholders(form)}, not ${named}`]),
      ]),
    ];
  });
}

describe('texts', () => {
  it.each([...CATALOGUES, ['API', SAID] as const])(
    'of the %s are whole in every language',
    (_, { en, pl, cs }) => {
      expect(mistakes('en', en, en)).toEqual([]);
      expect(mistakes('pl', en, pl)).toEqual([]);
      expect(mistakes('cs', en, cs)).toEqual([]);
    },
  );

  it('that lack a plural form, a placeholder or a key are found', () => {
    const en = { one: { one: '{n} call', other: '{n} calls' }, two: 'by {name}', three: 'x' };
    const pl = { one: { one: '{n} rozmowa', other: '{n} rozmów' }, two: 'przez' };

    expect(mistakes('pl', en, pl)).toEqual([
      'one: has the forms one,other',
      'two: has , not name',
      'three: not in both',
    ]);
  });

  it.each(CATALOGUES)('of the %s are all used', (place, { en }) => {
    const root = place === 'kit' ? 'web' : `web/${place}`;
    const sources = readdirSync(root, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.tsx?$/.test(file) && !file.includes('texts/'))
      .map((file) => readFileSync(`${root}/${file}`, 'utf8'))
      .join('\n');
    // a key that is put together begins as one of these: t(`state.${state}`)
    const begun = [
      ...[...sources.matchAll(/`([\w.-]+\.)\$\{/g)].map(([, start = '']) => start),
      ...[...sources.matchAll(/\bnamed\('(\w+)'\)/g)].map(([, kind]) => `${kind}.`),
    ];
    const unused = Object.keys(en).filter(
      (key) => !sources.includes(`'${key}'`) && !begun.some((start) => key.startsWith(start)),
    );

    expect(unused).toEqual([]);
  });

  it('take the form a number asks for, and write the number as the language does', () => {
    const texts = {
      calls: { one: '{n} rozmowa', few: '{n} rozmowy', many: '{n} rozmów', other: '{n} rozmowy' },
    };
    const t = translator<{ calls: { one: string; other: string } }>('pl', texts);

    expect([1, 3, 5, 22, 12_500].map((n) => t('calls', { n } as never))).toEqual([
      '1 rozmowa',
      '3 rozmowy',
      '5 rozmów',
      '22 rozmowy',
      '12\u00a0500 rozmów',
    ]);
  });

  it('are in the first language of the browser that there is', () => {
    expect(preferred(['de-AT', 'cs-CZ', 'en'])).toBe('cs');
    expect(preferred(['de'])).toBe('en');
  });
});
