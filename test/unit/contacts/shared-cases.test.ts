// Lists and values from the field, kept beside the repository where they are at hand. The kinds
// they stand for are in the other tests of this folder.
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../../lib/contacts/cell.ts';
import { Field } from '../../../lib/language/schema/campaign.ts';
import { campaignOf, previewOf } from './a-file.ts';

/** Beside the repository, or beside a folder it is in. */
const FOLDER =
  ['../../../../', '../../../../../', '../../../../../../']
    .map((up) => new URL(`${up}shared/cases/`, import.meta.url))
    .find((folder) => existsSync(folder)) ?? new URL('missing/', import.meta.url);
const isThere = existsSync(FOLDER);
/** Skipped, and why, where the cases are not at hand. */
const titled = (what: string, tests: () => void) =>
  isThere
    ? describe(what, tests)
    : describe.skip(`${what} (skipped: the folder of cases is not at hand)`, tests);

const campaign = campaignOf({
  fields: {
    name: { label: 'Imię i nazwisko' },
    pesel: { label: 'PESEL', type: 'pesel' },
    city: { label: 'Miasto' },
    plan: { label: 'Pakiet', type: 'choice', options: ['Podstawowy', 'Senior'] },
  },
});

async function list(file: string, country = 'PL') {
  return previewOf(readFileSync(new URL(`contacts/${file}`, FOLDER)), { campaign, country });
}

const outcomes = async (file: string, country?: string) =>
  (await list(file, country)).rows.map(({ outcome }) => outcome);
const names = async (file: string, country?: string) =>
  (await list(file, country)).rows.map(({ fields }) => fields.name);

titled('lists from the field', () => {
  it('01: a slash belongs to the number, a float is one, the second of a household is named', async () => {
    const { rows } = await list('01-slash-and-float-DE.csv', 'DE');

    expect(rows.map(({ outcome, phones }) => [outcome, ...phones])).toEqual([
      ['imported', '+498930123456'],
      ['imported', '+492214710123'],
      ['imported', '+491701234567'],
      ['imported', '+491701234568'],
      ['imported', '+491701234570'],
      ['duplicate', '+491701234570'],
      ['rejected'],
    ]);
    expect(rows[3]?.remarks).toEqual([
      "Telefon 2: 'kaputt' is not a telephone number",
      "E-mail: 'x@@y' is not an e-mail address",
    ]);
  });

  it('02, 10: all are imported', async () => {
    const imported = (count: number) => Array.from({ length: count }, () => 'imported');

    expect(await outcomes('02-mixed-line-ends.csv')).toEqual(imported(4));
    expect(await outcomes('10-invisible-characters.csv')).toEqual(imported(5));
    expect(await outcomes('22-czech-spellings.csv', 'CZ')).toEqual(imported(4));
    expect(await outcomes('08-excel-text-guards.csv')).toEqual(imported(2));
    expect(await outcomes('14-delimiter-in-heading.csv')).toEqual(imported(1));
  });

  it('03: the telephone is dialed, and what was taken is said', async () => {
    const { file, rows } = await list('03-guessed-contract-number-CZ.csv', 'CZ');

    expect(file.mapping.phones).toEqual([2]);
    expect(rows.map(({ phones }) => phones)).toEqual([['+420603100200'], ['+420603100201']]);
  });

  it('04: an unbalanced quotation mark costs one row', async () => {
    expect((await list('04-two-stray-quotes.csv')).counts).toEqual({
      imported: 11,
      duplicate: 0,
      rejected: 2,
    });
  });

  it('05: ISO-8859-2', async () => {
    expect(await names('05-czech-iso-8859-2.csv', 'CZ')).toEqual([
      'Tomáš Novák',
      'Lukáš Dvořák',
      'Aleš Kříž',
      'Jiří Růžička',
    ]);
    expect(await names('05c-polish-iso-8859-2.csv')).toEqual(['Grażyna Woźniak', 'Paweł Woźny']);
  });

  it('06: the rest stays UTF-8, the row is named', async () => {
    for (const file of ['06-utf8-one-stray-byte.csv', '06b-utf8-bom-one-stray-byte.csv']) {
      const { rows } = await list(file);

      expect(rows[0]?.fields.name).toMatch(/^Żaneta /);
      expect(rows.map(({ remarks }) => remarks.length)).toEqual([0, 1]);
    }
  });

  it('07: sep= is what Excel means by it', async () => {
    expect(await names('07-sep-line.csv')).toEqual(['Jan Żółć']);
  });

  it('11: an odd optional field is left out with a remark', async () => {
    const { rows } = await list('11-optional-field-refuses-person.csv');

    expect(rows.map(({ outcome, remarks }) => [outcome, remarks.length])).toEqual(
      Array.from({ length: 4 }, () => ['imported', 1]),
    );
  });

  it('12: duplicates are named with the row they repeat', async () => {
    const { rows } = await list('12-duplicates-not-named.csv');

    expect(rows.map(({ reasons }) => reasons)).toEqual([
      [],
      ['repeats row 2: the same telephone number'],
      ['repeats row 2: the same telephone number'],
    ]);
  });

  it('21: premium and satellite numbers are not called', async () => {
    expect(await outcomes('21-premium-numbers.csv')).toEqual(['rejected', 'rejected', 'rejected']);
  });
});

titled('single values from the field', () => {
  const lines = isThere
    ? readFileSync(new URL('values.tsv', FOLDER), 'utf8').trimEnd().split('\n').slice(1)
    : [];

  it.each(lines.map((line) => line.split('\t')))(
    '%s %s %s is %s',
    async (kind, country, input, expected) => {
      const value = JSON.parse(input ?? '') as string;
      const quoted = `"${value.replaceAll('"', '""')}"`;
      const isField = kind !== 'phone' && kind !== 'email';
      const fields = isField ? { value: Field.parse({ type: kind }) } : {};
      const heading = isField ? 'value' : kind;
      const { rows } = await previewOf(
        `${heading};name;tel\n${quoted};x;${kind === 'phone' ? '' : '+48511222333'}\n`,
        {
          campaign: campaignOf({ fields, channels: { outbound: { specialNumbers: [] } } }),
          country: country === '' ? 'PL' : country,
        },
      );

      const [row] = rows;
      if (kind === 'phone') expect(row?.phones.join(' ') || 'refused').toBe(expected);
      else if (kind === 'email') expect(row?.emails.join(' ') || 'refused').toBe(expected);
      else expect(row?.fields.value === undefined ? 'bad' : 'ok').toBe(expected);
      expect(cleanCell(value)).not.toBe('');
    },
  );
});
