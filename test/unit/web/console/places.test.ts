// What pages call the places of a mistake: in every form the labels of its fields, never a pointer.
import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { ROUTES } from '../../../../lib/api/routes/routes.ts';
import { en as filters } from '../../../../web/console/filters/texts/en.ts';
import { en as people } from '../../../../web/console/people/texts/en.ts';
import { placesOf } from '../../../../web/console/places.ts';
import { en as reports } from '../../../../web/console/reports/texts/en.ts';
import { en } from '../../../../web/console/texts/en.ts';
import { translator } from '../../../../web/kit/texts/texts.ts';
import { fieldsAt, type PlaceOf, placesIn } from '../../../../web/kit/ui/places.ts';

const texts = { ...en, ...filters, ...people, ...reports };
const t: Parameters<typeof placesOf.bulk>[0] = translator('en', texts);

const FIELDS = [
  { field: 'name', label: 'Full name' },
  { field: 'a/b', label: 'Either' },
];
const SEARCH = {
  fields: FIELDS,
  conditions: { fields: [{ field: 'name', is: 'filled' }] },
} as const;

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

/** Pointers to all that a body can have in it; lists as a whole. */
function leavesOf(schema: Schema, at = ''): readonly string[] {
  const { properties = {}, anyOf = [], oneOf = [] } = schema;
  const below = [
    ...Object.entries(properties).flatMap(([name, one]) => leavesOf(one, `${at}/${name}`)),
    ...[...anyOf, ...oneOf].flatMap((one) => leavesOf(one, at)),
  ];
  return below.length === 0 ? [at] : [...new Set(below)];
}

/** Of each form: what it sends, what it calls the places, and what it leaves to the API. */
const FORMS: readonly (readonly [string, string, PlaceOf, readonly string[]])[] = [
  [
    'a consent',
    'changeConsents',
    placesOf.consent(t, { address: '+48600700801', says: 'Reason' }),
    ['/change/kind', '/change/campaign', '/change/until', '/change/at'],
  ],
  ['numbers and addresses', 'editEndpoints', placesOf.endpoints(t), []],
  ['what is known', 'editRecord', placesOf.known(FIELDS), ['/fields', '/weight']],
  ['the default', 'setDefault', placesOf.default('+48600700801'), ['/of']],
  [
    'looking for records',
    'searchRecords',
    placesOf.search(t, SEARCH),
    ['/limit', '/cursor', '/conditions/fields'],
  ],
  ['saving a filter', 'saveFilter', placesOf.filter(t, SEARCH), ['/conditions/fields']],
  ['changing many records', 'changeRecords', placesOf.bulk(t), ['/records', '/change/at']],
  [
    'copying records',
    'copyRecords',
    placesOf.copy(t, SEARCH),
    ['/numberFrom', '/records', '/records/conditions/fields'],
  ],
  ['the columns of a file', 'saveMapping', placesOf.mapping(t), ['/headings']],
  ['a file', 'startImport', placesOf.mapping(t), ['/file', '/mapping']],
];

describe('a mistake in a form of the console', () => {
  it.each(FORMS)('of %s stands under the label of its field', (_, id, placeOf, unasked) => {
    const body = z.toJSONSchema(ROUTES[id]?.body ?? z.never(), {
      io: 'input',
      unrepresentable: 'any',
    });
    const asked = leavesOf(body as Schema).filter((one) => !unasked.includes(one));

    const nameless = asked.filter((one) => !placeOf(one));

    expect(nameless).toEqual([]);
    expect(placeOf('/else')).toBeUndefined();
  });

  it('is found by the field of the record, and by the number of the line', () => {
    const places = [
      placesOf.known(FIELDS)('/fields/a~1b'),
      placesOf.endpoints(t)('/phones/1'),
      placesOf.search(t, SEARCH)('/conditions/fields/0/value'),
      placesOf.copy(t, SEARCH)('/records/conditions/fields/0/field'),
      placesOf.report(t)('query/to'),
    ];

    expect(places).toEqual(['Either', 'Telephone numbers 2', 'Full name', 'Full name', 'To']);
  });
});

describe('places', () => {
  it('have the label of what they stand in, the nearest first', () => {
    const placeOf = placesIn({ '/a': 'A', '/a/b': 'B' }, { '/list': 'L' });

    expect(['/a/b/c', '/a/x', '/list', '/list/0/name', '/b', ''].map(placeOf)).toEqual([
      ...['B', 'A', 'L', 'L 1', undefined, undefined],
    ]);
  });

  it('are told of each field by its label', () => {
    expect(placesIn(fieldsAt('/fields', FIELDS))('/fields/name')).toBe('Full name');
  });
});

/** Nothing is typed or chosen there that could be wrong by itself. */
const NOTHING_TYPED = [
  'web/console/campaigns/switching.tsx',
  'web/console/copies/copies.tsx',
  'web/console/imports/import-progress.tsx',
  'web/console/imports/imports.tsx',
  'web/console/imports/undo-import.tsx',
  'web/console/records/record-actions.tsx',
  'web/desk/contact/offer.tsx',
  'web/desk/contact/ringing-text.tsx',
  'web/desk/contact/window.tsx',
  'web/desk/records/unclaimed.tsx',
];

it('every note of a problem tells places, but where nothing is typed', () => {
  const notes = globSync('web/{console,desk}/**/*.tsx').flatMap((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<ProblemNote\b[^>]*?\/>/g)].map(([note]) => ({
      file,
      note,
    })),
  );

  const silent = notes.filter(({ note }) => !note.includes('placeOf')).map(({ file }) => file);

  expect(notes.length).toBeGreaterThan(20);
  expect([...new Set(silent)].toSorted()).toEqual(NOTHING_TYPED);
});
