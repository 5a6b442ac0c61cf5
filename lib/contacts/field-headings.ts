// What headings call the things that fields of records hold, in Polish, Czech, Slovak, German and
// English, so that a field finds its column although neither its id nor its label stands there.
import type { Field } from '../language/schema/campaign.ts';
import { plainHeading } from './headings.ts';

/** Without case, accents and punctuation, as headings are compared. */
const NAMES = {
  'first-name':
    'imie, imiona, jmeno, krestni jmeno, meno, krstne meno, vorname, first name, firstname, given name',
  'last-name':
    'nazwisko, prijmeni, priezvisko, nachname, familienname, last name, lastname, surname, family name',
  'full-name':
    'imie i nazwisko, nazwisko i imie, jmeno a prijmeni, prijmeni a jmeno, meno a priezvisko, priezvisko a meno, vor und nachname, name, full name, fullname, klient, zakaznik, kunde, customer, customer name, client, pacjent, pacient, patient',
  company:
    'firma, nazwa firmy, nazev firmy, nazov firmy, spolecnost, spolocnost, unternehmen, company, company name, organisation',
  street: 'ulica, ulica i numer, ulice, ulice a cislo, ulica a cislo, strasse, straße, street',
  address: 'adres, adresa, adresse, anschrift, address',
  city: 'miasto, miejscowosc, mesto, obec, stadt, ort, wohnort, city, town',
  postcode: 'kod pocztowy, psc, plz, postleitzahl, postcode, postal code, zip, zip code',
  country: 'kraj, panstwo, zeme, krajina, stat, land, country',
  'birth-date':
    'data urodzenia, datum narozeni, datum narodenia, geburtsdatum, date of birth, birth date, birthdate, dob',
  pesel: 'pesel, nr pesel, numer pesel',
  nip: 'nip, nr nip, numer nip',
  regon: 'regon, nr regon, numer regon',
  ico: 'ico, ic',
  'rodne-cislo': 'rodne cislo, rc, rod cislo',
  iban: 'iban, nr konta, numer konta, numer rachunku, cislo uctu, kontonummer, account number, bank account',
  contract:
    'umowa, nr umowy, numer umowy, smlouva, cislo smlouvy, zmluva, cislo zmluvy, vertrag, vertragsnummer, vertrags nr, contract, contract number, contract no',
  'customer-number':
    'nr klienta, numer klienta, id klienta, cislo zakaznika, cislo klienta, zakaznicke cislo, kundennummer, kunden nr, customer number, customer no, customer id, client id',
  amount: 'kwota, kwota do zaplaty, castka, suma, ciastka, betrag, amount',
  'due-date':
    'termin platnosci, data platnosci, splatnost, datum splatnosti, falligkeit, falligkeitsdatum, due date, payment due',
  note: 'uwagi, notatka, komentarz, poznamka, poznamky, bemerkung, notiz, note, notes, comment, remarks',
  gender: 'plec, pohlavi, pohlavie, geschlecht, gender, sex',
  language: 'jezyk, jazyk, sprache, language',
} as const;

type Thing = keyof typeof NAMES;

const THINGS: ReadonlyMap<string, Thing> = new Map(
  Object.entries(NAMES).flatMap(([thing, names]) =>
    names.split(', ').map((name) => [plainHeading(name), thing as Thing] as const),
  ),
);

/** 'jméno' above whole names, where nothing else says what they are. */
const ALSO: Readonly<Partial<Record<Thing, Thing>>> = { 'first-name': 'full-name' };

interface FoundField {
  readonly field: string;
  readonly column: number;
}

/**
 * Columns for the fields that are left, by what both are called. What two columns, or two fields,
 * could be is left to people.
 */
export function fieldsByHeading(
  fields: Readonly<Record<string, Pick<Field, 'label' | 'type'>>>,
  columns: readonly { readonly index: number; readonly plain: string }[],
): {
  readonly found: readonly FoundField[];
  readonly several: ReadonlyMap<string, readonly number[]>;
} {
  const found: FoundField[] = [];
  const several = new Map<string, readonly number[]>();
  const isTaken = (column: number) => found.some((one) => one.column === column);
  const wanted = Object.entries(fields).map(([field, settings]) => ({
    field,
    thing: thingOf(field, settings),
  }));
  for (const thingOfColumn of [asNamed, asAlso]) {
    for (const { field, thing } of wanted) {
      if (thing === undefined || found.some((one) => one.field === field)) continue;
      const isOnly = wanted.filter((other) => other.thing === thing).length === 1;
      const all = columns.filter(
        ({ index, plain }) => !isTaken(index) && thingOfColumn(plain) === thing,
      );
      const [first] = all;
      if (first === undefined) continue;
      if (all.length === 1 && isOnly) found.push({ field, column: first.index });
      else
        several.set(
          field,
          all.map(({ index }) => index),
        );
    }
  }
  return { found, several };
}

const asNamed = (plain: string): Thing | undefined => THINGS.get(plain);

function asAlso(plain: string): Thing | undefined {
  const thing = THINGS.get(plain);
  return thing === undefined ? undefined : ALSO[thing];
}

const thingOf = (field: string, { label, type }: Pick<Field, 'label' | 'type'>) =>
  asNamed(plainHeading(field)) ??
  (label === undefined ? undefined : asNamed(plainHeading(label))) ??
  asNamed(plainHeading(type));
