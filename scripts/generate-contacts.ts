// Writes an invented list of contacts, as a Polish CRM would really export one: semicolons,
// Windows-1250, CRLF, local phone formats, quoted cells, some duplicates and some bad rows. Same
// seed, same bytes. Usage: node scripts/generate-contacts.ts <out.csv> [--rows 2000] [--seed 1]
// [--encoding windows-1250]
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import iconv from 'iconv-lite';
import { type Random, seededRandom } from '../lib/simulation/random.ts';

const HEADINGS = 'Imię i nazwisko;Telefon;Telefon 2;E-mail;PESEL;Miasto;Pakiet;Waga';
const WOMEN = [
  'Anna',
  'Maria',
  'Katarzyna',
  'Małgorzata',
  'Agnieszka',
  'Zofia',
  'Żaneta',
  'Świętosława',
  'Jiřina',
  'Božena',
];
const MEN = [
  'Piotr',
  'Krzysztof',
  'Andrzej',
  'Tomasz',
  'Paweł',
  'Michał',
  'Łukasz',
  'Grzegorz',
  'Zdeněk',
  'Jiří',
];
const SURNAMES = [
  'Nowak',
  'Wójcik',
  'Woźniak',
  'Kaczmarek',
  'Mazur',
  'Krawczyk',
  'Zając',
  'Król',
  'Wróbel',
  'Pawlak',
  'Dudek',
  'Sikora',
  'Baran',
  'Szewczyk',
  'Gąsior',
  'Dvořák',
  'Novák',
  'Żak',
  'Jaźwiński',
  'Śliwa',
];
const CITIES = [
  'Warszawa',
  'Kraków',
  'Łódź',
  'Wrocław',
  'Poznań',
  'Gdańsk',
  'Cieszyn',
  'Ostrów Wielkopolski',
  'Śrem',
  'Żory',
];
const PLANS = ['Podstawowy', 'Rodzinny', 'Senior'];
const MOBILE = ['501', '505', '512', '531', '572', '600', '604', '660', '692', '730', '785', '880'];
const LANDLINE = ['22', '12', '42', '71', '61', '58', '33'];

const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random.next() * list.length)] as T;
const chance = (random: Random, share: number): boolean => random.next() < share;
const digits = (random: Random, count: number): string =>
  Array.from({ length: count }, () => Math.floor(random.next() * 10)).join('');

function* rows(count: number, random: Random): Generator<string> {
  yield HEADINGS;
  const seen: string[] = [];
  for (let i = 1; i <= count; i++) {
    if (seen.length > 0 && chance(random, 0.02)) {
      yield duplicate(pick(random, seen));
      continue;
    }
    const person = invent(random, i);
    if (seen.length < 500) seen.push(person);
    yield chance(random, 0.018) ? spoil(random, person) : person;
  }
}

function invent(random: Random, i: number): string {
  const woman = chance(random, 0.5);
  const first = pick(random, woman ? WOMEN : MEN);
  const surname = pick(random, SURNAMES);
  const city = pick(random, CITIES);
  return [
    `${first} ${surname}`,
    phone(random),
    chance(random, 0.15) ? phone(random) : '',
    chance(random, 0.7) ? `klient${i}@poczta.example` : '',
    pesel(random, woman),
    chance(random, 0.03) ? `"${city}; dzielnica ""Stare Miasto""\r\nklatka B"` : city,
    pick(random, PLANS),
    chance(random, 0.1) ? '10' : '',
  ].join(';');
}

function phone(random: Random): string {
  if (chance(random, 0.04))
    return `+420 ${pick(random, ['602', '603', '724', '776'])} ${digits(random, 3)} ${digits(random, 3)}`;
  if (chance(random, 0.15)) {
    const area = pick(random, LANDLINE);
    const rest = `${pick(random, ['3', '6', '8'])}${digits(random, 6)}`;
    return pick(random, [
      `(${area}) ${rest.slice(0, 3)}-${rest.slice(3, 5)}-${rest.slice(5)}`,
      `${area}${rest}`,
      `0048 ${area} ${rest}`,
    ]);
  }
  const [a, b, c] = [pick(random, MOBILE), digits(random, 3), digits(random, 3)];
  return pick(random, [
    `${a} ${b} ${c}`,
    `${a}-${b}-${c}`,
    `${a}${b}${c}`,
    `+48 ${a} ${b} ${c}`,
    `0048${a}${b}${c}`,
    `tel. ${a} ${b} ${c}`,
  ]);
}

/** A PESEL number with a right check digit: weights 1 3 7 9. */
function pesel(random: Random, woman: boolean): string {
  const year = 1940 + Math.floor(random.next() * 65);
  const month = 1 + Math.floor(random.next() * 12) + (year >= 2000 ? 20 : 0);
  const day = 1 + Math.floor(random.next() * 28);
  const two = (n: number) => String(n).padStart(2, '0');
  const sex = Math.floor(random.next() * 5) * 2 + (woman ? 0 : 1);
  const ten = `${two(year % 100)}${two(month)}${two(day)}${digits(random, 3)}${sex}`;
  const weights = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3];
  const sum = weights.reduce((total, weight, i) => total + weight * Number(ten[i]), 0);
  return `${ten}${(10 - (sum % 10)) % 10}`;
}

/** The same person again, typed a little differently. */
function duplicate(row: string): string {
  const cells = row.split(';');
  return [cells[0]?.toUpperCase(), ...cells.slice(1)].join(';');
}

/** What goes wrong in real lists: no number, a short number, a mistyped PESEL, an unknown plan. */
function spoil(random: Random, row: string): string {
  const cells = row.split(';');
  const wrongs: (() => void)[] = [
    () => {
      cells[1] = '';
      cells[2] = '';
    },
    () => {
      cells[1] = '601 23';
      cells[2] = '';
    },
    () => {
      cells[4] = `${cells[4]?.slice(0, 10)}${(Number(cells[4]?.at(-1)) + 1) % 10}`;
    },
    () => {
      cells[6] = 'Premium?';
    },
  ];
  // A quoted city holds semicolons of its own: such a row is left as it is.
  if (cells.length === 8) pick(random, wrongs)();
  return cells.join(';');
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rows: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    encoding: { type: 'string', default: 'windows-1250' },
  },
});
const [out] = positionals;
if (!out)
  throw new Error(
    'usage: node scripts/generate-contacts.ts <out.csv> [--rows N] [--seed N] [--encoding E]',
  );
const lines = rows(Number(values.rows), seededRandom(values.seed));
async function* encoded(source: Iterable<string>, encoding: string): AsyncGenerator<Buffer> {
  for (const line of source) yield iconv.encode(`${line}\r\n`, encoding);
}

await pipeline(encoded(lines, values.encoding), createWriteStream(out));
