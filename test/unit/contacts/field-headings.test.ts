import { describe, expect, it } from 'vitest';
import { fieldsByHeading } from '../../../lib/contacts/field-headings.ts';
import { plainHeading } from '../../../lib/contacts/headings.ts';

type Fields = Parameters<typeof fieldsByHeading>[0];

/** Field to heading. */
function found(fields: Fields, ...headings: readonly string[]) {
  const columns = headings.map((heading, index) => ({ index, plain: plainHeading(heading) }));
  const { found: all } = fieldsByHeading(fields, columns);
  return Object.fromEntries(all.map(({ field, column }) => [field, headings[column]]));
}

const field = (label?: string, type: Fields[string]['type'] = 'none') => ({ label, type });

describe('a field (REC-10)', () => {
  it.each([
    ['company', ['Nazwa firmy', 'Název firmy', 'Názov firmy', 'Unternehmen', 'Company name']],
    ['street', ['Ulica', 'Ulice a číslo', 'Straße', 'Street']],
    ['city', ['Miejscowość', 'Město', 'Mesto', 'Wohnort', 'Town']],
    ['postcode', ['Kod pocztowy', 'PSČ', 'PLZ', 'ZIP code']],
    ['country', ['Kraj', 'Země', 'Krajina', 'Land', 'Country']],
    ['customer-number', ['Numer klienta', 'Číslo zákazníka', 'Kundennummer', 'Customer no.']],
    ['amount', ['Kwota', 'Částka', 'Suma', 'Betrag', 'Amount']],
    ['due-date', ['Termin płatności', 'Datum splatnosti', 'Fälligkeitsdatum', 'Due date']],
    ['note', ['Uwagi', 'Poznámka', 'Bemerkung', 'Notes']],
    ['gender', ['Płeć', 'Pohlaví', 'Pohlavie', 'Geschlecht', 'Sex']],
    ['language', ['Język', 'Jazyk', 'Sprache', 'Language']],
  ])('%s is found whatever language the heading is in', (id, headings) => {
    for (const heading of headings)
      expect(found({ [id]: field() }, heading)).toEqual({ [id]: heading });
  });

  it('is found by its label, or by what its type checks, where its id says nothing', () => {
    expect(found({ f1: field('Nazwisko') }, 'Příjmení')).toEqual({ f1: 'Příjmení' });
    expect(found({ f2: field(undefined, 'nip') }, 'Nr NIP')).toEqual({ f2: 'Nr NIP' });
  });

  it('is not found by a heading that means nothing here', () => {
    expect(found({ city: field() }, 'Kolumna 7', 'Data importu')).toEqual({});
  });

  it('shares its column with no other', () => {
    expect(found({ city: field(), town: field() }, 'Město')).toEqual({});
  });

  it('that two columns could fill is told with both', () => {
    const columns = ['Miasto', 'Miejscowość'].map((heading, index) => ({
      index,
      plain: plainHeading(heading),
    }));

    const { found: all, several } = fieldsByHeading({ city: field() }, columns);

    expect(all).toEqual([]);
    expect([...several]).toEqual([['city', [0, 1]]]);
  });
});
