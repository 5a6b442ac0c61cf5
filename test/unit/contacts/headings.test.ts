import { describe, expect, it } from 'vitest';
import { kindOfHeading, namesOthers, plainHeading } from '../../../lib/contacts/headings.ts';

const kind = (heading: string) => kindOfHeading(plainHeading(heading));

describe('a heading', () => {
  it.each([
    ['Imię i Nazwisko', 'imie i nazwisko'],
    ['  TEL. (kom.) ', 'tel kom'],
    ['Město / Obec', 'mesto obec'],
    ['E-Mail', 'e mail'],
    ['Łódź', 'lodz'],
  ])('%j is compared as %j', (heading, plain) => {
    expect(plainHeading(heading)).toBe(plain);
  });

  it.each([
    'Telefon',
    'Tel.',
    'telefon domowy',
    'Mobile phone',
    'Komórka',
    'nr kom.',
    'Mobilní telefon',
  ])('%s names a telephone', (heading) => {
    expect(kind(heading)).toBe('phone');
  });

  it.each(['E-mail', 'email klienta', 'Adres e-mail', 'Mail', 'E-mailová adresa'])(
    '%s names an address',
    (heading) => {
      expect(kind(heading)).toBe('email');
    },
  );

  it.each(['Waga', 'Váha', 'weight'])('%s names the weight', (heading) => {
    expect(kind(heading)).toBe('weight');
  });

  it.each([
    'Číslo',
    'Číslo smlouvy',
    'Numer umowy',
    'Nr klienta',
    'Kontakt',
    'Waga paczki',
    'Automobil',
  ])('%s names none of these', (heading) => {
    expect(kind(heading)).toBeUndefined();
  });

  it.each(['Fax', 'Telefon doradcy', 'E-mail opiekuna', 'Telefon pobočky', 'Hotline phone'])(
    '%s names somebody else',
    (heading) => {
      expect(kind(heading)).toBeUndefined();
      expect(heading === 'Fax' || namesOthers(plainHeading(heading))).toBe(true);
    },
  );
});
