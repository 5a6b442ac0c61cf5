import { describe, expect, it } from 'vitest';
import { detectDelimiter } from '../../../lib/contacts/delimiter.ts';
import { linesOf } from './a-file.ts';

const detect = (text: string) => detectDelimiter(linesOf(text));

describe('the delimiter of a file (REC-10)', () => {
  it.each([
    [';', 'name;phone\nJan;600100200\n'],
    [',', 'name,phone\nJan,600100200\n'],
    ['\t', 'name\tphone\nJan\t600100200\n'],
    ['|', 'name|phone\nJan|600100200\n'],
    [',', 'name,note\nJan,"a;b;c"\nEwa,"d;e;f"\n'],
    [';', 'name;sum\nJan;1,5\nEwa;2,5\n'],
    [';', 'phone\n600100200\n'],
    [';', 'name;phone\n'],
  ])('is %j in %j', (delimiter, text) => {
    expect(detect(text)).toEqual({ delimiter });
  });

  it('is the one of the rows when a heading holds more of another', () => {
    expect(detect('Surname, name, title, degree;Phone\nNovák;603100200\n').delimiter).toBe(';');
  });

  it.each([['sep=;'], ['"sep=;"'], ['SEP=;']])('is what the line %j says', (line) => {
    expect(detect(`${line}\nname;phone\n`)).toEqual({ delimiter: ';', declared: true });
  });

  it('may be declared as any character, a tab too', () => {
    expect([detect('sep=^\na^b\n'), detect('sep=\t\na\tb\n')]).toEqual([
      { delimiter: '^', declared: true },
      { delimiter: '\t', declared: true },
    ]);
  });
});
