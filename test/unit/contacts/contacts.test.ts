import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { campaignOf, encoded, opened, previewOf, rowsOf } from './a-file.ts';

const cp1250 = (text: string) => encoded(text, 'windows-1250');

/** Outcome by row, with what is said about it. */
async function outcomes(content: string | Uint8Array, country = 'PL', campaign = campaignOf()) {
  const { rows } = await previewOf(content, { country, campaign });
  return rows.map(({ row, outcome, phones, reasons, remarks }) =>
    [row, outcome, ...phones, ...reasons, ...remarks].join(' | '),
  );
}

describe('a file of contacts (REC-10)', () => {
  it('is read with mixed line ends: nobody is lost', async () => {
    expect(await outcomes('name;phone\r\nAnn;511222333\nBen;511222334\rCid;511222335\r\n')).toEqual(
      ['2 | imported | +48511222333', '3 | imported | +48511222334', '4 | imported | +48511222335'],
    );
  });

  it('costs one row for a stray quotation mark; no field holds the people behind it', async () => {
    const people = Array.from({ length: 10 }, (_, n) => `P${n};51122233${n}\n`).join('');

    const { rows } = await previewOf(`name;phone\n"Ann;511222300\n${people}"Ola;511222301\n`);

    expect(rows.map(({ outcome }) => outcome)).toEqual([
      'rejected',
      ...Array.from({ length: 10 }, () => 'imported'),
      'rejected',
    ]);
    expect(rows[1]?.fields).toEqual({ name: 'P0' });
  });

  it('tells ISO-8859-2 from Windows-1250 and says which', async () => {
    const text = 'name;phone\nOndřej Ježek;602345678\nLukáš Šebesta;602345679\n';

    const read = await Promise.all(
      ['iso-8859-2', 'windows-1250'].map((encoding) =>
        previewOf(encoded(text, encoding), { country: 'CZ' }),
      ),
    );

    expect(read.map(({ file }) => file.encoding.encoding)).toEqual(['iso-8859-2', 'windows-1250']);
    for (const { rows } of read)
      expect(rows.map(({ fields }) => fields.name)).toEqual(['Ondřej Ježek', 'Lukáš Šebesta']);
  });

  it('stays UTF-8 with a stray byte, which is named in its row', async () => {
    const bytes = Buffer.concat([
      encoded('name;phone\nŁucja Żak;511222333\nJan Krak'),
      cp1250('ó'),
      encoded('w;511222334\n'),
    ]);

    expect(await outcomes(bytes)).toEqual([
      '2 | imported | +48511222333',
      '3 | imported | +48511222334 | a letter is not UTF-8 and read as Windows-1250: ó',
    ]);
  });

  it('means by sep= what Excel means', async () => {
    expect(await outcomes('sep=,\r\nname,phone\r\nAnn,511222333\r\n')).toEqual([
      '2 | imported | +48511222333',
    ]);
  });

  it('names each duplicate with the row it repeats, a household too', async () => {
    expect(
      await outcomes('name;phone\nAnn;511222333\nBen;511 222 333\nCid;+48511222333\n'),
    ).toEqual([
      '2 | imported | +48511222333',
      '3 | duplicate | +48511222333 | repeats row 2: the same telephone number',
      '4 | duplicate | +48511222333 | repeats row 2: the same telephone number',
    ]);
  });

  it('dials the telephone, never the number of a contract', async () => {
    const { file, rows } = await previewOf(
      'Jméno;Číslo smlouvy;Telefon\nEva;602345678;602345679\n',
      { country: 'CZ' },
    );

    expect(file.mapping.phones).toEqual([2]);
    expect(rows[0]?.phones).toEqual(['+420602345679']);
  });

  it('is rejected row by row when its headings will not do, the first row with the reason', async () => {
    expect(await outcomes('name;town\nAnn;Brno\nBen;Graz\n')).toEqual([
      "1 | rejected | no column with telephone numbers or e-mail addresses; name it under 'columns' of the campaign. The file has: name, town",
      '2 | rejected | the columns of the file are not known, see its first row',
      '3 | rejected | the columns of the file are not known, see its first row',
    ]);
  });

  it('is rejected when its headings never end', async () => {
    const rows = await rowsOf(`"name;phone\n${'Ann;511222333\n'.repeat(500)}`);

    expect(rows).toHaveLength(501);
    expect(rows.every(({ kind }) => kind === 'refused')).toBe(true);
  });

  it('has no rows when it is empty', async () => {
    expect(await rowsOf('')).toEqual([]);
    expect((await opened('')).headings).toEqual([]);
  });

  it('may have headings of several lines, as spreadsheets write them', async () => {
    const { file, rows } = await previewOf(
      '"Imię\ni nazwisko";"Telefon\r\ndomowy"\nAnn;511222333\n',
    );

    expect(file.mapping).toMatchObject({ phones: [1], fields: [{ field: 'name', column: 0 }] });
    expect(rows.map(({ row, outcome }) => [row, outcome])).toEqual([[2, 'imported']]);
  });

  it('rejects a row whose cells have moved, so that no other number is dialed', async () => {
    expect(await outcomes('name;phone;fax\nBerg; Ann;511222333;511222334\n')).toEqual([
      '2 | rejected | has 4 cells where the headings have 3',
    ]);
  });

  it('takes its first row for headings, not for a person', async () => {
    const [first, second] = await outcomes('Ann;511222333\nBen;511222334\n');

    expect(first).toMatch(
      /^1 \| rejected \| the first row holds a telephone number where headings/,
    );
    expect(second).toMatch(/^2 \| rejected/);
  });

  it('is read from UTF-16, as some spreadsheets save it', async () => {
    const text = 'name;phone\r\nŁucja;511222333\r\n';

    const [little, big] = await Promise.all(
      ['utf-16le', 'utf-16be'].map((encoding) => previewOf(encoded(text, encoding, true))),
    );

    expect(little?.rows).toEqual(big?.rows);
    expect(little?.rows[0]?.fields).toEqual({ name: 'Łucja' });
  });

  it('is read in the country of its campaign', async () => {
    expect(await outcomes('phone\n602345678\n', 'CZ')).toEqual(['2 | imported | +420602345678']);
    expect(await outcomes('phone\n602345678\n', 'PL')).toEqual(['2 | imported | +48602345678']);
  });

  it('says in a row with the first words of a quotation that quotes were kept', async () => {
    expect(await outcomes('name;phone\n"ABC" Ltd;511222333\n')).toEqual([
      '2 | imported | +48511222333 | quotation marks within "ABC" Ltd were kept as they are',
    ]);
  });

  it('counts every row as imported, duplicate or rejected, whatever its bytes and chunks', async () => {
    const text = fc
      .array(
        fc.constantFrom(
          '"',
          ';',
          '\n',
          '\r\n',
          '\r',
          'Ann',
          '511222333',
          '511222334',
          'é',
          ' ',
          ',',
          '""',
          '";"',
        ),
        {
          maxLength: 60,
        },
      )
      .map((parts) => encoded(`name;phone\n${parts.join('')}`));
    const bytes = fc.uint8Array({ maxLength: 300 });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(text, bytes),
        fc.integer({ min: 1, max: 40 }),
        async (file, size) => {
          const whole = await previewOf(file, { size: 10_000 });
          const cut = await previewOf(file, { size });

          const { imported, duplicate, rejected } = whole.counts;
          expect(cut).toEqual(whole);
          expect(imported + duplicate + rejected).toBe(whole.rows.length);
          // Each row is a row of the file once, in its order.
          const numbers = whole.rows.map(({ row }) => row);
          expect(numbers).toEqual([...new Set(numbers)].toSorted((a, b) => a - b));
          for (const { outcome, reasons } of whole.rows)
            if (outcome !== 'imported') expect(reasons.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('loses nobody behind rows and quotes that never end (10,000 of them)', async () => {
    const people = (from: number) =>
      Array.from({ length: 5000 }, (_, n) => `P;${511_000_000 + from + n}\n`).join('');
    const file = `name;phone\n${people(0)}${'x'.repeat(300_000)}\n"never;closed\n${people(5000)}`;

    for (const size of [1000, 65_536]) {
      const { counts } = await previewOf(file, { size });

      expect(counts).toEqual({ imported: 10_000, duplicate: 0, rejected: 2 });
    }
  });
});
