import { describe, expect, it } from 'vitest';
import { mapColumns, namedColumns, type Sample } from '../../../lib/contacts/mapping.ts';
import { campaignOf } from './a-file.ts';

const map = (
  headings: readonly string[],
  columns: unknown = undefined,
  sample: Sample = [],
  country = 'PL',
) => mapColumns(headings, campaignOf({ columns }), sample, country);

describe('the columns of a file (REC-10)', () => {
  it('are those the campaign names', () => {
    const named = {
      phone: ['Komórka', 'Dom'],
      email: 'Poczta',
      weight: 'Waga',
      fields: { name: 'Klient' },
    };

    const mapped = map(['Klient', 'Dom', 'Komórka', 'Poczta', 'Waga'], named);

    expect(mapped).toMatchObject({
      by: 'campaign',
      problems: [],
      mapping: { phones: [2, 1], emails: [3], weight: 4, fields: [{ field: 'name', column: 0 }] },
    });
  });

  it('are guessed from Polish, Czech and English headings, without case or accents', () => {
    const mapped = map(['IMIE I NAZWISKO', 'Tel. komórkowy', 'E-mail', 'City', 'Váha']);

    expect(mapped).toMatchObject({
      by: 'headings',
      mapping: {
        phones: [1],
        emails: [2],
        weight: 4,
        fields: [
          { field: 'name', column: 0 },
          { field: 'city', column: 3 },
        ],
      },
    });
  });

  it.each([
    ['Telefon'],
    ['Numer telefonu'],
    ['nr tel.'],
    ['Mobil'],
    ['Customer phone'],
    ['Telefonní číslo'],
    ['Telefónne číslo'],
    ['Handynummer'],
    ['GSM'],
    ['Telefon 2 (dom)'],
  ])('hold telephone numbers under the heading %s', (heading) => {
    expect(map(['name', heading]).mapping.phones).toEqual([1]);
  });

  it.each([
    ['Číslo smlouvy'],
    ['Číslo'],
    ['Numer klienta'],
    ['Fax'],
    ['Telefon doradcy'],
    ['Telefon pobočky'],
    ['Customer number'],
    ['IČO'],
  ])('are never dialed under the heading %s, though the values look like numbers', (heading) => {
    const sample = [['600100200', '600100201']];

    expect(map([heading, 'Telefon'], undefined, sample).mapping.phones).toEqual([1]);
  });

  it('are not guessed against their values: consent to telephone calls is no number', () => {
    const sample = Array.from({ length: 6 }, (_, n) => ['TAK', `60010020${n}`]);

    const mapped = map(['Zgoda na telefon', 'Telefon'], undefined, sample);

    expect(mapped.mapping.phones).toEqual([1]);
    expect(mapped.remarks).toEqual([
      "column 'Zgoda na telefon' was left out: none of its values is a telephone number",
    ]);
  });

  it('say that a number belongs to somebody else', () => {
    expect(map(['Telefon', 'Telefon doradcy']).remarks).toEqual([
      "column 'Telefon doradcy' was left out: it belongs to somebody else",
    ]);
  });

  it.each([
    ['Imię', 'Nazwisko', 'Data urodzenia', 'Numer umowy'],
    ['Jméno', 'Příjmení', 'Datum narození', 'Číslo smlouvy'],
    ['Meno', 'Priezvisko', 'Dátum narodenia', 'Číslo zmluvy'],
    ['Vorname', 'Nachname', 'Geburtsdatum', 'Vertragsnummer'],
    ['First name', 'Surname', 'Date of birth', 'Contract no.'],
  ])('fill fields that are called otherwise: %s, %s, %s, %s', (...headings) => {
    const fields = {
      first: { label: 'First name' },
      surname: {},
      birth: { label: 'Birth date', type: 'date' },
      contract: {},
    };

    const { mapping } = mapColumns([...headings, 'Telefon'], campaignOf({ fields }), [], 'PL');

    expect(mapping.fields).toEqual(Object.keys(fields).map((field, column) => ({ field, column })));
  });

  it('fill the whole name from a column of first names only where there is no other', () => {
    const fields = { name: {} };
    const fieldsOf = (headings: readonly string[]) =>
      mapColumns(headings, campaignOf({ fields }), [], 'CZ').mapping.fields;

    expect(fieldsOf(['Jméno', 'Telefon'])).toEqual([{ field: 'name', column: 0 }]);
    expect(fieldsOf(['Jméno', 'Jméno a příjmení', 'Telefon'])).toEqual([
      { field: 'name', column: 1 },
    ]);
  });

  it('leave a field empty that two columns could fill, and say so', () => {
    const campaign = campaignOf({ fields: { 'contract-no': { label: 'Umowa' } } });

    const mapped = mapColumns(['Nr umowy', 'Smlouva', 'Telefon'], campaign, [], 'PL');

    expect(mapped.mapping.fields).toEqual([]);
    expect(mapped.remarks).toEqual([
      "field 'contract-no' was left empty: it could be 'Nr umowy', 'Smlouva'",
    ]);
  });

  it('are refused when no heading names telephones, with those whose values look like it', () => {
    const sample = [['Jan', '603999888']];

    const mapped = map(['Jméno', 'Číslo'], undefined, sample, 'CZ');

    expect(mapped.problems).toEqual([
      "no column with telephone numbers or e-mail addresses; name it under 'columns' of the campaign. The values of 'Číslo' look like telephone numbers. The file has: Jméno, Číslo",
    ]);
  });

  it('are refused when the first row is a person already', () => {
    expect(map(['Jan', '600100200']).problems).toEqual([
      'the first row holds a telephone number where headings should stand: put the names of the columns above it. It reads: Jan, 600100200',
    ]);
  });

  it('are refused when some of those the campaign names are missing', () => {
    const named = { phone: 'Komórka', email: 'Poczta', fields: { name: 'Klient' } };

    expect(map(['Klient', 'Telefon'], named).problems).toEqual([
      "no column 'Komórka', 'Poczta', which the campaign names; the file has: Klient, Telefon",
    ]);
  });

  it('are guessed in a file that has none of those the campaign names', () => {
    const named = { phone: 'Komórka', email: 'E-mail', fields: { name: 'Klient' } };

    expect(map(['City', 'Phone', 'E-mail'], named)).toMatchObject({
      by: 'headings',
      mapping: { phones: [1], emails: [2], fields: [{ field: 'city', column: 0 }] },
    });
  });

  it('are those of a mapping that was saved, whatever the campaign names', () => {
    const campaign = campaignOf({ columns: { phone: 'Telefon', fields: { name: 'Klient' } } });
    const saved = { phone: ['Dom', 'Telefon'], fields: { city: 'Klient' } };

    const mapped = mapColumns(['Klient', 'Telefon', 'Dom'], campaign, [], 'PL', saved);

    expect(mapped).toMatchObject({
      by: 'saved',
      problems: [],
      mapping: { phones: [2, 1], fields: [{ field: 'city', column: 0 }] },
    });
  });

  it('that are read are named so that the same file is read the same again', () => {
    const headings = ['Osoba', 'Kom.', 'Telefon', 'E-mail', 'Waga', 'Zgoda', 'Opiekun'];
    const columns = {
      phone: ['Telefon', 'Kom.'],
      email: ['E-mail'],
      weight: 'Waga',
      agent: 'Opiekun',
      consent: 'Zgoda',
      fields: { name: 'Osoba' },
    };

    const { mapping } = mapColumns(headings, campaignOf({ columns }), [], 'PL');

    expect(namedColumns(mapping, headings)).toEqual(columns);
  });

  it('are shown without control characters and not in full when the file is no table', () => {
    const [problem = ''] = map(['\u0000\u001b[2JPNG', 'x'.repeat(5000)]).problems;

    expect(problem).toContain('The file has: …[2JPNG, xxx');
    expect(problem.length).toBeLessThan(500);
  });
});
