// Values of record fields, checked by their type (REC-2): a value comes back as it is stored, or a
// reason that names what is wrong with it. Checksums and where they are laid down:
// PESEL: Polish Act on population registration 2010, Art. 15; weights as published by gov.pl ("Co
// to jest numer PESEL"). NIP: weights 6 5 7 2 3 4 5 6 7 modulo 11 (Polish Ministry of Finance).
// REGON: GUS, 9 and 14 digits, modulo 11. IČO: Czech Statistical Office, modulo 11; a company's DIČ
// is CZ and its IČO. Rodné číslo: Czech Act 133/2000 Sb., § 13: divisible by 11; before 1954 nine
// digits without a checksum; from 2004 months may have 20 added when a day's numbers run out. Dates
// of birth within identifiers must exist; identifiers of zeros only are never issued. IBAN: ISO
// 13616 and ISO 7064 MOD 97-10; lengths from the SWIFT IBAN registry.
import type { Field } from '../../language/schema/campaign.ts';
import { ibanLength } from './iban-lengths.ts';

export type Checked =
  | { readonly kind: 'ok'; readonly value: string }
  | { readonly kind: 'bad'; readonly reason: string };

type Check = (text: string, field: Field) => Checked;

const ok = (value: string): Checked => ({ kind: 'ok', value });
const bad = (reason: string): Checked => ({ kind: 'bad', reason });

/**
 * An empty value is no mistake of the value: whether it may be empty is asked elsewhere (REC-6).
 */
export function checkField(text: string, field: Field): Checked {
  const trimmed = text.replaceAll(/\p{Cf}/gu, '').trim();
  return trimmed === '' ? ok('') : CHECKS[field.type](trimmed, field);
}

const CHECKS: { readonly [T in Field['type']]: Check } = {
  none: ok,
  pesel: numeric('PESEL', [11], isPesel),
  nip: numeric('NIP', [10], isNip, /^PL/i),
  regon: numeric('REGON', [9, 14], isRegon),
  ico: numeric('IČO', [8], isIco, /^CZ/i),
  'rodne-cislo': numeric('rodné číslo', [9, 10], isRodneCislo),
  iban,
  date,
  number,
  choice: (text, { options = [] }) =>
    options.includes(text) ? ok(text) : bad(`is not one of ${options.join(', ')}`),
};

/** Why digits of the right number are not the identifier, or nothing. */
type Fault =
  | 'its checksum is wrong'
  | 'its date of birth does not exist'
  | 'it is never issued'
  | 'nine digits were given only until 1953';

/** Digits with spaces, dashes or a slash between them; stored as digits only. */
function numeric(
  name: string,
  lengths: readonly number[],
  faultOf: (digits: readonly number[]) => Fault | undefined,
  prefix = /^$/,
): Check {
  return (text) => {
    const compact = text.replace(prefix, '').replaceAll(/[\s/\u2010-\u2015\u2212-]/g, '');
    if (!/^\d+$/.test(compact))
      return bad(`is not a valid ${name}: it has characters other than digits`);
    if (!lengths.includes(compact.length)) {
      return bad(
        `is not a valid ${name}: it has ${compact.length} digits, not ${lengths.join(' or ')}`,
      );
    }
    const fault = /^0+$/.test(compact) ? 'it is never issued' : faultOf([...compact].map(Number));
    return fault === undefined ? ok(compact) : bad(`is not a valid ${name}: ${fault}`);
  };
}

const PESEL = [1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1];
const NIP = [6, 5, 7, 2, 3, 4, 5, 6, 7];
const REGON9 = [8, 9, 2, 3, 4, 5, 6, 7];
const REGON14 = [2, 4, 8, 5, 0, 9, 7, 3, 6, 1, 2, 4, 8];
const ICO = [8, 7, 6, 5, 4, 3, 2];

function weighted(digits: readonly number[], weights: readonly number[]): number {
  return weights.reduce((sum, weight, i) => sum + weight * (digits[i] ?? 0), 0);
}

const checksum = (isRight: boolean): Fault | undefined =>
  isRight ? undefined : 'its checksum is wrong';

/** The month also encodes the century: + 80 for 1800, + 20 for 2000, and so on. */
function isPesel(digits: readonly number[]): Fault | undefined {
  if (weighted(digits, PESEL) % 10 !== 0) return 'its checksum is wrong';
  const [year, month, day] = pairs(digits);
  const century = [1900, 2000, 2100, 2200, 1800][Math.floor(month / 20)] ?? 0;
  return birth(century + year, month % 20, day);
}

function isNip(digits: readonly number[]): Fault | undefined {
  return checksum(weighted(digits, NIP) % 11 === digits[9]);
}

/** The first nine of fourteen digits are a REGON of their own. */
function isRegon(digits: readonly number[]): Fault | undefined {
  const short = (weighted(digits, REGON9) % 11) % 10 === digits[8];
  if (digits.length === 9) return checksum(short);
  return checksum(short && (weighted(digits, REGON14) % 11) % 10 === digits[13]);
}

function isIco(digits: readonly number[]): Fault | undefined {
  return checksum((11 - (weighted(digits, ICO) % 11)) % 10 === digits[7]);
}

function isRodneCislo(digits: readonly number[]): Fault | undefined {
  const [short, written, day] = pairs(digits);
  const isOld = digits.length === 9;
  const year = short + (isOld || short >= 54 ? 1900 : 2000);
  const added = [70, 50, 20, 0].find((more) => written > more) ?? 0;
  const isLate = added === 70 || added === 20;
  if (isLate && year < 2004) return 'its date of birth does not exist';
  if (isOld && year > 1953) return 'nine digits were given only until 1953';
  const fault = birth(year, written - added, day);
  if (fault !== undefined || isOld) return fault;
  // A remainder of ten was written as a last digit of zero: until 1985 as a rule, later rarely.
  const rest = Number(digits.slice(0, 9).join('')) % 11;
  return checksum(rest % 10 === digits[9]);
}

/** The first six digits by two. */
function pairs(digits: readonly number[]): readonly [number, number, number] {
  const pair = (at: number) => (digits[at] ?? 0) * 10 + (digits[at + 1] ?? 0);
  return [pair(0), pair(2), pair(4)];
}

function birth(year: number, month: number, day: number): Fault | undefined {
  const at = new Date(Date.UTC(year, month - 1, day));
  const exists = at.getUTCMonth() === month - 1 && at.getUTCDate() === day;
  return exists ? undefined : 'its date of birth does not exist';
}

function iban(text: string): Checked {
  const compact = text.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return bad('is not an IBAN');
  const country = compact.slice(0, 2);
  const length = ibanLength(country);
  if (length === undefined) return bad(`is not a valid IBAN: ${country} has none`);
  if (compact.length !== length) {
    return bad(
      `is not a valid IBAN: it has ${compact.length} characters, in ${country} it has ${length}`,
    );
  }
  return mod97(compact) === 1 ? ok(compact) : bad('is not a valid IBAN: its checksum is wrong');
}

function mod97(compact: string): number {
  const turned = compact.slice(4) + compact.slice(0, 4);
  return [...turned].reduce((rest, sign) => {
    const value = Number.parseInt(sign, 36);
    return (rest * (value > 9 ? 100 : 10) + value) % 97;
  }, 0);
}

/** 2026-12-31, 31.12.2026 or 31/12/2026; stored as ISO 8601. */
function date(text: string): Checked {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text);
  const local = /^(\d{1,2})[./]\s?(\d{1,2})[./]\s?(\d{4})$/.exec(text);
  const [year, month, day] = iso ? iso.slice(1) : (local?.slice(1).toReversed() ?? []);
  if (year === undefined || month === undefined || day === undefined) {
    return bad('is not a date such as 2026-12-31 or 31.12.2026');
  }
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
  return exists ? ok(written) : bad('is a day that does not exist');
}

/**
 * With a comma or a point before the decimals and blanks between thousands; stored with a point.
 */
function number(text: string): Checked {
  const compact = text.replaceAll(/\s/g, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(compact) ? ok(compact) : bad('is not a number');
}
