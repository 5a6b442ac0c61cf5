import fc from 'fast-check';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeText, detectEncoding, type Encoding } from '../../../lib/contacts/decode.ts';
import { readRows } from '../../../lib/contacts/rows.ts';

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function cellsOf(bytes: Uint8Array, size = 7): Promise<readonly (readonly string[])[]> {
  const rows = [];
  for await (const row of readRows(decodeText(inChunks(bytes, size))))
    rows.push('cells' in row ? row.cells : [`row ${row.row}: ${row.problem}`]);
  return rows;
}

describe('reading a file of contacts (REC-10)', () => {
  it.each([
    ['utf-8', 'Zażółć gęślą jaźń;Příliš žluťoučký kůň'],
    ['windows-1250', 'Zażółć gęślą jaźń;Příliš žluťoučký kůň'],
    ['iso-8859-2', 'Zażółć gęślą jaźń;Příliš žluťoučký kůň'],
    ['iso-8859-2', 'Wąsik;Świętosława'],
    ['windows-1250', 'Wąsik;Kraków'],
  ] as const)('recognises %s by its letters: %s', async (encoding, line) => {
    const bytes = iconv.encode(`${line}\r\n`, encoding);

    const cells = await cellsOf(bytes);

    expect(detectEncoding(bytes)).toBe(encoding);
    expect(cells).toEqual([line.split(';')]);
  });

  it('reads UTF-8 with a byte order mark and UTF-16 from a spreadsheet', async () => {
    const text = 'Imię;Telefon\r\nŻaneta;600 100 200\r\n';

    const utf8 = await cellsOf(iconv.encode(text, 'utf-8', { addBOM: true }));
    const utf16 = await cellsOf(iconv.encode(text, 'utf-16le', { addBOM: true }));

    expect(utf8).toEqual([
      ['Imię', 'Telefon'],
      ['Żaneta', '600 100 200'],
    ]);
    expect(utf16).toEqual(utf8);
  });

  it('decides the encoding only where the first letter beyond ASCII stands, however late', async () => {
    const found: Encoding[] = [];
    const text = `${'a;b\n'.repeat(50_000)}Łódź;Śrem\n`;
    const chunks = inChunks(iconv.encode(text, 'windows-1250'), 1000);

    let decoded = '';
    for await (const part of decodeText(chunks, (encoding) => found.push(encoding)))
      decoded += part;

    expect(decoded).toBe(text);
    expect(found).toEqual(['windows-1250']);
  });

  it.each([[';'], [','], ['\t']])(
    'reads cells parted by %j, with quotes, delimiters and newlines inside',
    async (delimiter) => {
      const text = `name${delimiter}note\n"O""Brien"${delimiter}"a${delimiter}b\r\nc"\n`;

      const cells = await cellsOf(Buffer.from(text));

      expect(cells).toEqual([
        ['name', 'note'],
        ['O"Brien', `a${delimiter}b\r\nc`],
      ]);
    },
  );

  it('counts rows as a spreadsheet does and leaves empty ones out', async () => {
    const rows = [];
    for await (const next of readRows(decodeText(inChunks(Buffer.from('a;b\n1;2\n;\n3;4\n'), 5))))
      rows.push(next);

    expect(rows).toEqual([
      { row: 1, cells: ['a', 'b'] },
      { row: 2, cells: ['1', '2'] },
      { row: 4, cells: ['3', '4'] },
    ]);
  });

  it('keeps the good rows and says in which row a quotation mark was never closed', async () => {
    const cells = await cellsOf(Buffer.from('a;b\n1;2\n3;"4\n5;6\n'));

    expect(cells).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['row 3: a quotation mark is opened here and never closed'],
    ]);
  });

  it('gives back any table it is given, however the bytes are cut', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom(...'aąčž;,"\n \t9') })
      .map((text) => text.trim());
    const table = fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), {
      minLength: 1,
      maxLength: 8,
    });
    await fc.assert(
      fc.asyncProperty(table, fc.integer({ min: 1, max: 40 }), async (rows, size) => {
        const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
        const file = ['a;b;c', ...rows.map((row) => row.map(quote).join(';'))].join('\n');

        const read = await cellsOf(Buffer.from(file), size);

        expect(read.slice(1)).toEqual(rows.filter((row) => row.some((text) => text !== '')));
      }),
    );
  });
});
