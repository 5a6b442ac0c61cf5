// axe looks at every place and every dialog there is: the list is the console's own.
import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { DIALOGS, dialogOf, PLACES, placeOf } from '../../../browser/console-places.ts';

const sourceOf = (file: string): string => readFileSync(`web/console/${file}`, 'utf8');

it('every place of the console has a test in which axe looks at it', () => {
  const written = [...sourceOf('console.tsx').matchAll(/path: (?:'([^']+)'|(PATH_PLACE))/g)];
  const [, path = ''] = /PATH_PLACE = '([^']+)'/.exec(sourceOf('graphs/path-place.ts')) ?? [];

  const places = written.map(([, place = path]) => place);

  expect(places.length).toBeGreaterThan(10);
  expect(Object.keys(PLACES).toSorted()).toEqual(places.toSorted());
});

it('so has every dialog', () => {
  const dialogs = globSync('**/*.tsx', { cwd: 'web/console' }).flatMap((file) =>
    [...sourceOf(file).matchAll(/<Dialog\b[^<]*?\bt\(['`]([^'`]+)['`]/g)].map(
      ([, key = '']) => key,
    ),
  );
  const count = globSync('**/*.tsx', { cwd: 'web/console' }).flatMap((file) => [
    ...sourceOf(file).matchAll(/<Dialog\b/g),
  ]).length;
  // `people.${asking}` is one for each thing that is asked
  const patterns = dialogs.map(
    (key) => new RegExp(`^${key.replaceAll('.', '\\.').replaceAll(/\$\{\w+\}/g, '\\w+')}$`),
  );

  const unknown = patterns.filter((one) => !Object.keys(DIALOGS).some((key) => one.test(key)));
  const gone = Object.keys(DIALOGS).filter((key) => !patterns.some((one) => one.test(key)));

  expect(dialogs).toHaveLength(count);
  expect([unknown, gone]).toEqual([[], []]);
});

it('places and dialogs are known again when they are seen', () => {
  expect([
    placeOf('#/campaigns/spring-recall/records/in/new'),
    placeOf('#/people/directory/r-1'),
    placeOf(''),
    dialogOf('Change 3 records'),
    dialogOf('Undo the import of a.csv?'),
    dialogOf('Anything else'),
  ]).toEqual([
    ...['/campaigns/{campaign}/records/in/{state}', '/people/{campaign}/{record}', '/'],
    ...['bulk.title', 'imports.undoOf', undefined],
  ]);
});
