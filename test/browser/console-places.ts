// Every place and every dialog of the console, and the test in which axe looks at it, light and
// dark. test/unit/web/console/looked-at.test.ts compares the list with the console's sources: a new
// place has to be looked at somewhere.
import { en as filters } from '../../web/console/filters/texts/en.ts';
import { en as people } from '../../web/console/people/texts/en.ts';
import { en as own } from '../../web/console/texts/en.ts';
import { placeAt } from '../../web/kit/router.tsx';

export type LookedAtIn = 'barriers' | 'campaigns' | 'graphs' | 'people';

export const PLACES: Readonly<Record<string, LookedAtIn>> = {
  '/': 'barriers',
  '/campaigns/{campaign}': 'barriers',
  '/campaigns/{campaign}/records': 'barriers',
  '/campaigns/{campaign}/records/in/{state}': 'barriers',
  '/campaigns/{campaign}/records/{record}': 'barriers',
  '/campaigns/{campaign}/imports': 'barriers',
  '/campaigns/{campaign}/dry-run': 'barriers',
  '/people': 'people',
  '/people/imports': 'people',
  '/people/{campaign}/{record}': 'people',
  '/alerts': 'campaigns',
  '/agents': 'barriers',
  '/reports': 'barriers',
  '/reports/{list}': 'barriers',
  '/graphs': 'barriers',
  '/graphs/{kind}/{id}': 'barriers',
  '/graphs/{kind}/{id}/of/{campaign}/{record}/{attempt}': 'graphs',
};

/** By the key of their title. */
export const DIALOGS: Readonly<Record<string, LookedAtIn>> = {
  'bulk.title': 'barriers',
  'copies.dialog': 'barriers',
  'filters.save': 'barriers',
  'filters.rename': 'people',
  'filters.delete': 'people',
  'imports.undoOf': 'barriers',
  'people.edit': 'people',
  'people.consent': 'people',
  'people.withdraw': 'people',
  'people.blacklist': 'people',
  'people.allow': 'people',
  'record.close': 'barriers',
  'record.notChanged': 'barriers',
  'switch.end.title': 'barriers',
  'switch.refused': 'campaigns',
};

export const SCHEMES = ['light', 'dark'] as const;
export type Scheme = (typeof SCHEMES)[number];

const patterns = Object.keys(PLACES).map((path) => ({ path, view: () => null }));
const texts: Readonly<Record<string, string | { readonly other: string }>> = {
  ...own,
  ...filters,
  ...people,
};

/** The place that an address leads to. */
export const placeOf = (hash: string): string | undefined => placeAt(patterns, hash)?.place.path;

/** The dialog of this title, in English. */
export const dialogOf = (title: string): string | undefined =>
  Object.keys(DIALOGS).find((key) => {
    const text = texts[key] ?? '';
    const forms = typeof text === 'string' ? [text] : Object.values(text);
    return forms.some((form) => asPattern(form).test(title));
  });

const asPattern = (text: string): RegExp =>
  new RegExp(`^${text.replaceAll(/[.?()]/g, '\\$&').replaceAll(/\{\w+\}/g, '.*')}$`);

/** What axe looks at in a test, each in both schemes. */
export const wantedOf = (test: LookedAtIn): readonly string[] =>
  [...Object.entries(PLACES), ...Object.entries(DIALOGS)]
    .filter(([, where]) => where === test)
    .flatMap(([what]) => SCHEMES.map((scheme) => `${what} ${scheme}`));
