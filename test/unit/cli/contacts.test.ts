import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ringback } from '../../../lib/cli/ringback.ts';
import { EXAMPLE } from '../../support/example.ts';

let scratch = '';
let people = '';

const CSV = [
  'Imię i nazwisko;Telefon;Telefon 2;E-mail;PESEL;Miasto;Pakiet;Waga;Uwagi',
  'Łucja Wąsik;511 222 333;brak;lucja@poczta.example;;Łódź;Senior;15;x',
  'Jan Żak;511222333;;;;;;;',
  'Ewa;700100200;;;;;;;',
].join('\n');

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'ringback-contacts-'));
  people = file('people.csv', CSV);
});
afterAll(() => rmSync(scratch, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(scratch, name);
  writeFileSync(path, text);
  return path;
}

async function call(...args: string[]) {
  const out: string[] = [];
  const err: string[] = [];
  const io = { out: (line: string) => out.push(line), err: (line: string) => err.push(line) };
  const code = await ringback(['contacts', ...args], io);
  return { code, out, complaint: err[0]?.split('\n')[0] };
}

describe('ringback contacts (REC-10)', () => {
  it('shows how the file is read and what would become of each row that needs a look', async () => {
    const { code, out } = await call(EXAMPLE, people);

    expect(code).toBe(0);
    expect(out).toEqual([
      "What an import into campaign 'spring-recall' would do:",
      '',
      '  encoding        UTF-8: Imię, Łucja, Wąsik, Łódź, Żak',
      '  delimiter       semicolon',
      '  columns         as the campaign names them',
      "    phone         'Telefon': 511 222 333, 511222333, 700100200",
      "    phone         'Telefon 2': brak",
      "    e-mail        'E-mail': lucja@poczta.example",
      "    weight        'Waga': 15",
      "    name          'Imię i nazwisko': Łucja Wąsik, Jan Żak, Ewa",
      "    pesel         'PESEL', empty in the first rows",
      "    city          'Miasto': Łódź",
      "    plan          'Pakiet': Senior",
      "    not imported  'Uwagi'",
      '  rows            3 = 1 imported + 1 duplicate + 1 rejected',
      '                  1 of the imported rows with a remark',
      '',
      '  row      2  imported   +48511222333, lucja@poczta.example',
      "                         remark: Telefon 2: 'brak' is not a telephone number",
      '  row      3  duplicate  repeats row 2: the same telephone number',
      "  row      4  rejected   Telefon: '+48700100200': it is a premium-rate number,",
      '                         which the campaign does not call',
      '',
      'Nothing was imported.',
    ]);
    expect(Math.max(...out.map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('lists the first rows that need a look, and every row with --all', async () => {
    const bad = Array.from({ length: 30 }, () => 'Ann;12').join('\n');
    const path = file('bad.csv', `name;phone\n${bad}\nBen;511222333\n`);

    const { out } = await call(EXAMPLE, path);
    const all = await call(EXAMPLE, path, '--all');

    expect(out).toContain('  … and 10 more; --all lists every row');
    expect(all.out.filter((line) => line.startsWith('  row '))).toHaveLength(31);
  });

  it('prints everything as JSON', async () => {
    const { code, out } = await call(EXAMPLE, people, '--campaign', 'spring-recall', '--json');

    expect(code).toBe(0);
    expect(JSON.parse(out.join('\n'))).toMatchObject({
      campaign: 'spring-recall',
      encoding: 'utf-8',
      delimiter: ';',
      mapping: {
        by: 'campaign',
        phones: ['Telefon', 'Telefon 2'],
        emails: ['E-mail'],
        weight: 'Waga',
        fields: { name: 'Imię i nazwisko', city: 'Miasto' },
        notImported: ['Uwagi'],
      },
      samples: { Miasto: ['Łódź'] },
      counts: { rows: 3, imported: 1, duplicate: 1, rejected: 1 },
    });
    expect(JSON.parse(out.join('\n')).rows).toEqual([
      {
        row: 2,
        outcome: 'imported',
        phones: ['+48511222333'],
        emails: ['lucja@poczta.example'],
        fields: { name: 'Łucja Wąsik', city: 'Łódź', plan: 'Senior' },
        reasons: [],
        remarks: ["Telefon 2: 'brak' is not a telephone number"],
        notTaken: [{ column: 'Telefon 2', reason: "'brak' is not a telephone number" }],
      },
      {
        row: 3,
        outcome: 'duplicate',
        phones: ['+48511222333'],
        emails: [],
        fields: { name: 'Jan Żak' },
        reasons: ['repeats row 2: the same telephone number'],
        remarks: [],
        notTaken: [],
      },
      {
        row: 4,
        outcome: 'rejected',
        phones: [],
        emails: [],
        fields: {},
        reasons: [
          "Telefon: '+48700100200': it is a premium-rate number, which the campaign does not call",
        ],
        remarks: [],
        notTaken: [
          {
            column: 'Telefon',
            reason: "'+48700100200': it is a premium-rate number, which the campaign does not call",
          },
        ],
      },
    ]);
  });

  it('saves the columns it guessed in the campaign, whose comments stay, for the next file', async () => {
    const folder = join(scratch, 'dental');
    cpSync('examples/dental-recall', folder, { recursive: true });
    const campaign = join(folder, 'campaigns', 'check-up.yaml');
    const before = readFileSync(campaign, 'utf8').replace(/^columns:\n(?: .*\n)+/m, '');
    writeFileSync(campaign, `# ours\n${before}`);
    const path = file('guess.csv', 'Kontakt;Handy\nJan;+420603999888\n');

    const { code, out } = await call(folder, path, '--save');
    const again = await call(folder, path);

    expect([code, out.at(-1)]).toEqual([0, `The columns are in ${campaign} now.`]);
    expect(readFileSync(campaign, 'utf8')).toContain('# ours\n');
    expect(readFileSync(campaign, 'utf8')).toContain('columns:\n  phone:\n    - Handy\n');
    expect(again.out).toContain('  columns         as the campaign names them');
  });

  it('saves nothing over columns of another kind of file', async () => {
    const before = readFileSync(join(EXAMPLE, 'campaigns', 'spring-recall.yaml'), 'utf8');
    const path = file('other.csv', 'Kontakt;Handy\nJan;511222333\n');

    const { code, complaint } = await call(EXAMPLE, path, '--save');

    expect(code).toBe(1);
    expect(complaint).toContain('names the columns of another kind of file; nothing was saved');
    expect(readFileSync(join(EXAMPLE, 'campaigns', 'spring-recall.yaml'), 'utf8')).toBe(before);
  });

  it('exits with 1 when nobody could be imported', async () => {
    const { code, out } = await call(EXAMPLE, file('town.csv', 'name;town\nAnn;Brno\n'));

    expect(code).toBe(1);
    expect(out).toContain('  rows            2 = 0 imported + 0 duplicates + 2 rejected');
  });

  it('explains itself', async () => {
    const calls = await Promise.all([
      call(EXAMPLE),
      call(EXAMPLE, people, 'more'),
      call(EXAMPLE, people, '--campagne', 'x'),
      call(EXAMPLE, join(scratch, 'missing.csv')),
      call(EXAMPLE, scratch),
      call(EXAMPLE, file('empty.csv', '')),
      call(EXAMPLE, people, '--campaign', 'spring-recal'),
      call(EXAMPLE, people, '--campaign', 'constructor'),
      call(scratch, people),
    ]);

    expect(
      calls.map(({ code, complaint }) => `${code} ${complaint?.replaceAll(scratch, '…')}`),
    ).toEqual([
      '2 name the folder of a contact centre and a contact file',
      "2 only one file at a time; remove 'more'",
      "2 there is no option '--campagne'; did you mean '--campaign'?",
      "1 '…/missing.csv' cannot be read; is the path right?",
      "1 '…' is a folder, not a contact file",
      "1 '…/empty.csv' is empty",
      "1 --campaign: there is no campaign 'spring-recal'. Did you mean 'spring-recall'?",
      expect.stringMatching(/^1 --campaign: there is no campaign 'constructor'/),
      expect.stringMatching(/^1 /),
    ]);
  });
});
