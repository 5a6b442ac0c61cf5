// Where something decides there is at least as much test as source: lines that are neither blank
// nor comments, of each folder and of the folder in test/unit that mirrors it. A ratio says nothing
// about what the tests are worth; one that falls says that something was added without any.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { DATA_TABLES, files } from './source-tree.ts';

const FOLDERS = ['domain', 'compiler', 'contacts', 'application'];
const LEAST = 1;

/** Lines with code in them. */
function codeLines(text: string): number {
  const isComment = /^\s*(\/\/|\/\*|\*|$)/;
  return text.split('\n').filter((line) => !isComment.test(line)).length;
}

const linesUnder = (folder: string): number =>
  files
    .filter((file) => file.startsWith(`${folder}/`) && !DATA_TABLES.has(file))
    .reduce((sum, file) => sum + codeLines(readFileSync(file, 'utf8')), 0);

describe('the tests of a folder', () => {
  it('are counted without blank lines and comments', () => {
    const text = ['/** What', ' * it is. */', 'const a = 1; // one', '', '  // two', '}'].join(
      '\n',
    );

    expect(codeLines(text)).toBe(2);
  });

  it.each(FOLDERS)('are at least as many lines as its source: lib/%s', (folder) => {
    const [source, test] = [linesUnder(`lib/${folder}`), linesUnder(`test/unit/${folder}`)];
    const ratio = test / source;

    expect(
      ratio,
      `test/unit/${folder} has ${test} lines for ${source} in lib/${folder}: ${ratio.toFixed(2)}`,
    ).toBeGreaterThanOrEqual(LEAST);
  });
});
