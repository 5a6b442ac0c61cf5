import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LONGEST_LINE } from '../../../lib/contacts/lines.ts';
import { RowReader } from '../../../lib/contacts/rows.ts';
import { linesOf, readText } from './a-file.ts';

const cells = (text: string) => readText(text).map((row) => row.problem ?? row.cells);

describe('the rows of a file (REC-10)', () => {
  it.each([[';'], [','], ['\t']])(
    'have cells parted by %j, with quotes, delimiters and line ends inside',
    (delimiter) => {
      const text = `name${delimiter}note\n"O""Brien"${delimiter}"a${delimiter}b\r\nc"\n`;

      expect(readText(text, delimiter).map((row) => row.cells)).toEqual([
        ['name', 'note'],
        ['O"Brien', `a${delimiter}b\r\nc`],
      ]);
    },
  );

  it('are counted as a spreadsheet does; blank ones are left out', () => {
    const rows = readText('a;b\n1;2\n;\n\n3;"4\n4"\n5;6\n');

    expect(rows.map(({ row, lines }) => [row, lines])).toEqual([
      [1, 1],
      [2, 1],
      [5, 2],
      [6, 1],
    ]);
  });

  it('cost one row for a quotation mark that is never closed', () => {
    expect(cells('a;b\n1;2\n3;"4\n5;6\n')).toEqual([
      ['a', 'b'],
      ['1', '2'],
      'a quotation mark is opened here and never closed',
      ['5', '6'],
    ]);
  });

  it('are never swallowed between two stray quotation marks', () => {
    const text = 'name;phone;city\n"Jan;600100200;x\nEwa;600100201;y\nOla;600100202;"z\n';

    expect(cells(text)).toEqual([
      ['name', 'phone', 'city'],
      'a quotation mark is opened here and never closed',
      ['Ewa', '600100201', 'y'],
      'a quotation mark is opened here and never closed',
    ]);
  });

  it('are never swallowed by a pair of stray marks that would make a proper cell', () => {
    const text = 'name;phone\n"Jan;600100200\nPipe 5";600100201\nOla;600100202\n';

    expect(cells(text)).toEqual([
      ['name', 'phone'],
      'a quotation mark is opened here and never closed',
      ['Pipe 5"', '600100201'],
      ['Ola', '600100202'],
    ]);
  });

  it('may have a note of several lines, with delimiters, behind a telephone number', () => {
    const text = 'name;phone;note\nJan;600100200;"calls; asks\nback; soon\nor; never"\n';

    expect(cells(text)[1]).toEqual(['Jan', '600100200', 'calls; asks\nback; soon\nor; never']);
  });

  it('keep quotation marks in pairs that were never meant to quote, and say so', () => {
    const [, row] = readText('name;phone\n"ABC" Ltd;600100200\n');

    expect(row).toMatchObject({
      cells: ['"ABC" Ltd', '600100200'],
      remarks: ['quotation marks within "ABC" Ltd were kept as they are'],
    });
  });

  it('are rejected with more cells than headings, and remarked on with fewer', () => {
    const [, more, fewer, blanks] = readText('a;b\n1;2;3\n4\n5;6;;\n');

    expect([more?.problem, fewer?.remarks, blanks?.problem]).toEqual([
      'has 3 cells where the headings have 2',
      ['the row has only 1 of 2 cells'],
      undefined,
    ]);
  });

  it('cost one row when a line is longer than 256 KB, or a quoted cell is', () => {
    const long = 'x'.repeat(LONGEST_LINE);
    const quoted = `"${'y\n'.repeat(LONGEST_LINE / 2)}`;

    const rows = readText(`a;b\n${long};1\n2;3\n${quoted}4;5\n`);

    expect(
      rows.filter(({ problem }) => problem !== undefined).map(({ row, problem }) => [row, problem]),
    ).toEqual([
      [2, 'is longer than 256 KB'],
      [4, 'a quotation mark is opened here and never closed'],
    ]);
    expect(rows.at(-1)?.cells).toEqual(['4', '5']);
  });

  it('end a quoted cell before blanks and a delimiter, and begin one behind blanks', () => {
    expect(cells('a;b\n "1" ; "2;3"\n')).toEqual([
      ['a', 'b'],
      ['1', '2;3'],
    ]);
  });

  it('have an empty cell at the end behind a delimiter', () => {
    expect(cells('a;b;c\n"1";;\n;2;\n')).toEqual([
      ['a', 'b', 'c'],
      ['1', '', ''],
      ['', '2', ''],
    ]);
  });

  it('are read with quotation marks in the middle of a cell as they stand', () => {
    expect(cells('a;b\nPipe 5";6\nThe "Inn";7\n').slice(1)).toEqual([
      ['Pipe 5"', '6'],
      ['The "Inn"', '7'],
    ]);
  });

  it('are not read over and over when no quotation mark is ever closed', () => {
    // Each mark opens a cell, and the mark of the next line ends it where no cell may end.
    const lines = 20_000;
    const text = `a;b\n${'x;"y\n'.repeat(lines)}`;

    const rows = readText(text);

    expect(rows).toHaveLength(lines + 1);
    expect(rows.slice(1).every(({ problem }) => problem !== undefined)).toBe(true);
  });

  it('give back any table that was written properly', () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'aąčž;,"\n \t9') })
      .map((text) => text.trim());
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    });
    fc.assert(
      fc.property(table, (rows) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const file = ['a;b;c', ...rows.map((row) => row.map(quote).join(';'))].join('\n');

        const read = readText(file).slice(1);

        expect(read.map((row) => row.cells)).toEqual(
          rows.filter((row) => row.some((text) => text !== '')),
        );
      }),
    );
  });

  it('hold every line of the file exactly once, whatever the file', () => {
    const line = fc.string({ unit: fc.constantFrom(...'"";;\n\r a16'), maxLength: 60 });
    fc.assert(
      fc.property(line, (text) => {
        const reader = new RowReader(';');
        const lines = linesOf(text);

        const rows = [...lines.flatMap((one) => reader.push(one)), ...reader.end()];

        const held = rows.reduce((sum, row) => sum + row.lines, reader.blankLines);
        expect(held).toBe(lines.length);
      }),
      { numRuns: 2000 },
    );
  });
});
