// Comments are read beside code of 100 columns.
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { files } from './source-tree.ts';

const WIDTH = 100;

/** A line that is a comment, or ends in one; a link may be as long as it is. */
function isWideComment(line: string): boolean {
  if ([...line].length <= WIDTH || /https?:\/\/\S{60,}/.test(line)) return false;
  return /^\s*(\/\/|\/\*|\* )/.test(line) || /[;,{(\])]\s+\/\/ /.test(line);
}

describe('comments', () => {
  it('are at most 100 columns wide', () => {
    const wide = files.flatMap((file) => {
      const lines = readFileSync(file, 'utf8').split('\n');
      return lines.flatMap((line, index) => (isWideComment(line) ? `${file}:${index + 1}` : []));
    });

    expect(wide).toEqual([]);
  });
});
