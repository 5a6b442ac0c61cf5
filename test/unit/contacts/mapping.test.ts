import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../../lib/contacts/mapping.ts';
import { Campaign } from '../../../lib/language/schema/campaign.ts';

const campaign = (columns?: unknown) =>
  Campaign.parse({
    name: 'Test',
    channels: { outbound: {} },
    fields: { name: { label: 'Imię i nazwisko' }, city: {} },
    columns: columns || undefined,
  });

describe('mapping columns (REC-10)', () => {
  it('follows the campaign where it says which column is what', () => {
    const told = campaign({
      phone: ['Komórka', 'Dom'],
      email: 'Poczta',
      weight: 'Waga',
      fields: { name: 'Klient' },
    });

    const mapped = mapColumns(['Klient', 'Dom', 'Komórka', 'Poczta', 'Waga'], told);

    expect(mapped).toEqual({
      kind: 'mapped',
      mapping: { phones: [2, 1], emails: [3], weight: 4, fields: [{ field: 'name', column: 0 }] },
    });
  });

  it('guesses from Polish, Czech and English headings, without case or accents', () => {
    const mapped = mapColumns(
      ['IMIE I NAZWISKO', 'Tel. komórkowy', 'E-mail', 'City', 'Váha'],
      campaign(),
    );

    expect(mapped).toEqual({
      kind: 'mapped',
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

  it('names the columns that are missing, and once those that are there', () => {
    const told = campaign({ phone: 'Komórka', email: 'Poczta', fields: { name: 'Klient' } });

    const mapped = mapColumns(['Klient', 'Telefon'], told);

    expect(mapped).toEqual({
      kind: 'refused',
      problems: [
        "no column 'Komórka', 'Poczta', which the campaign names; the file has: Klient, Telefon",
      ],
    });
  });

  it('guesses the headings of a file that has none of the columns the campaign names', () => {
    const told = campaign({ phone: 'Komórka', email: 'E-mail', fields: { name: 'Klient' } });

    const mapped = mapColumns(['City', 'Phone', 'E-mail'], told);

    expect(mapped).toEqual({
      kind: 'mapped',
      mapping: { phones: [1], emails: [2], fields: [{ field: 'city', column: 0 }] },
    });
  });

  it('shows of what is no table neither control characters nor all of it', () => {
    const mapped = mapColumns(['\u0000\u001b[2JPNG', 'x'.repeat(5000)], campaign());

    const [problem = ''] = mapped.kind === 'refused' ? mapped.problems : [];
    expect(problem).toContain('The file has: …[2JPNG, xxx');
    expect(problem.length).toBeLessThan(500);
  });

  it('refuses a file with no column to contact anybody by', () => {
    const mapped = mapColumns(['Imię i nazwisko', 'Miasto'], campaign());

    expect(mapped.kind).toBe('refused');
  });
});
