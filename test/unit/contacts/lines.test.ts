import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Encoding } from '../../../lib/contacts/encoding.ts';
import { LONGEST_LINE, readLines, type TextLine } from '../../../lib/contacts/lines.ts';
import { all, encoded, inChunks } from './a-file.ts';

async function read(
  bytes: Uint8Array,
  encoding: Encoding = 'utf-8',
  size = 3,
  mark = 0,
): Promise<readonly TextLine[]> {
  return (await all(readLines(inChunks(bytes, size), { encoding, mark }))).flat();
}

const texts = (lines: readonly TextLine[]) => lines.map(({ text }) => text);

describe('the lines of a file (REC-10)', () => {
  it.each([[1], [2], [3], [50]])(
    'end in LF, CR LF or CR, mixed in one file, in chunks of %i bytes',
    async (size) => {
      const lines = await read(encoded('a\r\nb\nc\rd\r\r\ne'), 'utf-8', size);

      expect(lines).toEqual([
        { text: 'a', end: '\r\n' },
        { text: 'b', end: '\n' },
        { text: 'c', end: '\r' },
        { text: 'd', end: '\r' },
        { text: '', end: '\r\n' },
        { text: 'e', end: '' },
      ]);
    },
  );

  it('are those of the text, however it ends its lines and wherever it is cut', async () => {
    const anyText = fc
      .array(fc.constantFrom('a', ';', 'Łódź', '"', '\n', '\r', '\r\n', '\n\r'), { maxLength: 30 })
      .map((parts) => parts.join(''));
    const size = fc.integer({ min: 1, max: 9 });
    await fc.assert(
      fc.asyncProperty(anyText, size, async (text, chunk) => {
        const lines = await read(encoded(text), 'utf-8', chunk);

        expect(lines.map(({ text: line, end }) => line + end).join('')).toBe(text);
        for (const { text: line, end } of lines.slice(0, -1)) {
          expect([line, end]).toEqual([line.replaceAll(/[\r\n]/g, ''), end]);
          expect(end).not.toBe('');
        }
      }),
    );
  });

  it('are as long as a row may be, to the byte', async () => {
    const bytes = encoded(`${'x'.repeat(LONGEST_LINE)}\n`);

    const [line] = await read(bytes, 'utf-8', 10_000);

    expect([line?.tooLong, line?.text.length]).toEqual([undefined, LONGEST_LINE]);
  });

  it.each(['utf-8', 'utf-16le', 'utf-16be', 'windows-1250', 'iso-8859-2'] as const)(
    'are read from %s',
    async (encoding) => {
      const lines = await read(encoded('Łódź\nPříbram', encoding), encoding);

      expect(texts(lines)).toEqual(['Łódź', 'Příbram']);
    },
  );

  it('begin behind the byte order mark', async () => {
    expect(texts(await read(encoded('name', 'utf-8', true), 'utf-8', 1, 3))).toEqual(['name']);
    expect(texts(await read(encoded('name', 'utf-16le', true), 'utf-16le', 1, 2))).toEqual([
      'name',
    ]);
  });

  it('keep a stray byte to themselves: it is read as Windows-1250, the rest as UTF-8', async () => {
    const bytes = Buffer.concat([
      encoded('Łęczyca;Krak'),
      encoded('ów', 'windows-1250'),
      encoded('\nŻory'),
    ]);

    const lines = await read(bytes);

    expect(lines).toEqual([
      { text: 'Łęczyca;Kraków', end: '\n', strays: 'ó' },
      { text: 'Żory', end: '' },
    ]);
  });

  it.each([
    ['an overlong form', [0xc0, 0xaf]],
    ['a surrogate', [0xed, 0xa0, 0x80]],
    ['a character past the last', [0xf4, 0x90, 0x80, 0x80]],
    ['a character cut off', [0xc5]],
  ])('have no UTF-8 in %s', async (_, bytes) => {
    const [line] = await read(Buffer.from(bytes));

    expect(line?.strays).toHaveLength(bytes.length);
  });

  it('are cut to their beginning when they are longer than a row may be', async () => {
    const bytes = encoded(`${'x'.repeat(LONGEST_LINE + 1)}\nnext`);

    const lines = await read(bytes, 'utf-8', 10_000);

    expect(lines.map(({ tooLong, text }) => [tooLong, text.length])).toEqual([
      [true, 1000],
      [undefined, 4],
    ]);
  });
});
