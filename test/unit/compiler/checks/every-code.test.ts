// Every diagnostic code has its check and its test, found by its name.
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { LANGUAGE_CODES } from '../../../../lib/language/codes/language-codes.ts';
import { CHECK_CODES } from '../../../../lib/language/diagnostic-codes.ts';

const ROOT = new URL('../../../../', import.meta.url);

/** Names of the files in a folder that end so, without the ending. */
const namesIn = (folder: string, ending: string): readonly string[] =>
  readdirSync(new URL(`${folder}/`, ROOT))
    .filter((file) => file.endsWith(ending))
    .map((file) => file.slice(0, -ending.length))
    .toSorted();

const GROUPS = Object.entries(CHECK_CODES).map(
  ([group, codes]) => [group, Object.keys(codes).toSorted()] as const,
);
const TEST_FOLDERS = [
  ...GROUPS.map(([group, codes]) => [`test/unit/compiler/checks/${group}`, codes] as const),
  ['test/unit/language/codes', Object.keys(LANGUAGE_CODES).toSorted()] as const,
];

describe('the checks', () => {
  it.each(GROUPS)('are files named after the codes they report: %s', (group, codes) => {
    expect(namesIn(`lib/compiler/checks/${group}`, '.ts')).toEqual(codes);
  });

  it.each(TEST_FOLDERS)('have their tests beside their names: %s', (folder, codes) => {
    expect(namesIn(folder, '.test.ts')).toEqual(codes);
  });
});

describe('the test of a code', () => {
  it.each(TEST_FOLDERS)('rejects with a position, and accepts: %s', (folder, codes) => {
    const lacking = codes.filter((code) => {
      const text = readFileSync(new URL(`${folder}/${code}.test.ts`, ROOT), 'utf8');
      const rejects = / it\(\s*['"`](reports|warns)/.test(text);
      const accepts = / it\(\s*['"`]accepts/.test(text);
      return !rejects || !accepts || !new RegExp(`:\\d+:\\d+ ${code}: `).test(text);
    });

    expect(lacking).toEqual([]);
  });
});
