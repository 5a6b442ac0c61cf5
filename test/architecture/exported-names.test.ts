// One name, one meaning: a name that two files export makes a reader look twice, and an editor may
// import the wrong one.
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { sources } from './source-tree.ts';

/** Names with the same meaning in every file that exports them. */
const ALLOWED: Readonly<Record<string, string>> = {
  handler: 'the entry point of every Lambda function',
  HELP: 'the help text of every command',
  JsonObject: 'JSON as it is: the local cloud does not import the compiler',
  isObject: 'as JsonObject',
  isList: 'as JsonObject',
  own: 'a dictionary’s own entry: the local cloud does not import the language',
  en: 'the texts of a page in English',
  pl: 'the texts of a page in Polish',
  cs: 'the texts of a page in Czech',
};

const EXPORT =
  /^export (?:declare )?(?:abstract )?(?:async )?(?:function\*?|const|let|class|interface|type|enum) (\w+)/gm;

/** Pages of the web see nothing of the other places, nor these of them. */
const WORLDS = {
  'bin, lib and functions': sources.filter((file) => !file.startsWith('web/')),
  web: sources.filter((file) => file.startsWith('web/')),
};

it.each(Object.entries(WORLDS))(
  'exports no name from two files for different things: %s',
  (_, files) => {
    const exported = files.flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(EXPORT)].map(([, name = '']) => ({ name, file })),
    );
    const repeated = [...Map.groupBy(exported, ({ name }) => name)]
      .map(([name, places]) => ({ name, files: [...new Set(places.map(({ file }) => file))] }))
      .filter(({ name, files }) => files.length > 1 && !Object.hasOwn(ALLOWED, name))
      .map(({ name, files }) => `${name}: ${files.join(', ')}`);

    expect(repeated).toEqual([]);
  },
);
