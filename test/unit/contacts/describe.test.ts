import { describe, expect, it } from 'vitest';
import { describeFile } from '../../../lib/contacts/describe.ts';
import { campaignOf, encoded, opened } from './a-file.ts';

const TEXT = 'Imię i nazwisko;Telefon;Uwagi\nŁucja;511222333;x\n';

async function lines(content: string | Uint8Array, samples = true) {
  return describeFile(await opened(content), samples);
}

describe('how a file was read, for people', () => {
  it('is said with samples where a person looks at the file', async () => {
    expect(await lines(TEXT)).toEqual([
      '  encoding        UTF-8: Imię, Łucja',
      '  delimiter       semicolon',
      '  columns         guessed by their headings',
      "    phone         'Telefon': 511222333",
      "    name          'Imię i nazwisko': Łucja",
      "    not imported  'Uwagi'",
    ]);
  });

  it('is said without values of the file where the output may be kept', async () => {
    const text = (await lines(TEXT, false)).join('\n');

    expect(text).toContain("phone         'Telefon'");
    expect(text).not.toMatch(/Łucja|511222333/);
  });

  it.each([
    ['plain ASCII', encoded('phone\n511222333\n')],
    ['UTF-8, as its byte order mark says', encoded(TEXT, 'utf-8', true)],
    ['UTF-16, as its byte order mark says', encoded(TEXT, 'utf-16le', true)],
    ['Windows-1250, most likely: Imię, Łucja', encoded(TEXT, 'windows-1250')],
    ['ISO-8859-2, most likely: Imię, Łucja, Wąs', encoded(`${TEXT}Wąs;511222334;\n`, 'iso-8859-2')],
  ])('names the encoding and how it is known: %s', async (text, content) => {
    expect((await lines(content))[0]).toBe(`  encoding        ${text}`);
  });

  it.each([
    ['comma', 'name,phone\nAnn,511222333\n'],
    ['tab', 'name\tphone\nAnn\t511222333\n'],
    ['vertical bar', 'name|phone\nAnn|511222333\n'],
    ["'^'", 'sep=^\nname^phone\nAnn^511222333\n'],
  ])('names the delimiter: %s', async (name, content) => {
    expect((await lines(content))[1]).toBe(`  delimiter       ${name}`);
  });

  it('lists the numbers in the order in which they are called', async () => {
    const campaign = campaignOf({ columns: { phone: ['Komórka', 'Dom'] } });

    const file = await opened('Dom;Komórka\n;511222333\n', { campaign });

    expect(describeFile(file, false).slice(2)).toEqual([
      '  columns         as the campaign names them',
      "    phone         'Komórka'",
      "    phone         'Dom'",
    ]);
  });

  it('fits into 80 columns and shows no control characters', async () => {
    const name = `${'A\u001b[31m'.repeat(40)}`;

    const all = await lines(`${'Uwaga '.repeat(30)};phone;name\nx;511222333;${name}\n`);

    expect(Math.max(...all.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(all.join('')).not.toContain('\u001b');
  });

  it('says what a person should know of the choice of columns', async () => {
    const said = await lines('Telefon;Telefon doradcy\n511222333;511222334\n');

    expect(said.slice(-2)).toEqual([
      "  remark          column 'Telefon doradcy' was left out: it belongs to somebody",
      '                  else',
    ]);
  });

  it('names every column that is not imported, on as many lines as it takes', async () => {
    const others = Array.from({ length: 12 }, (_, n) => `Column ${n}`);

    const said = await lines(`Telefon;${others.join(';')}\n511222333\n`);

    const from = said.findIndex((line) => line.includes('not imported'));
    const told = said.slice(from, from + 3).join(' ');
    expect(others.filter((name) => !told.includes(`'${name}'`))).toEqual([]);
  });
});
