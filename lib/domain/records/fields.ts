// Values of record fields, checked by their type (REC-2): a value comes back as it is stored, or a
// reason that names what is wrong with it. Checksums and where they are laid down:
// PESEL: Polish Act on population registration 2010, Art. 15; weights as published by gov.pl ("Co
// to jest numer PESEL"). NIP: weights 6 5 7 2 3 4 5 6 7 modulo 11 (Polish Ministry of Finance).
// REGON: GUS, 9 and 14 digits, modulo 11. IČO: Czech Statistical Office, modulo 11. Rodné číslo:
// Czech Act 133/2000 Sb., § 13: divisible by 11; before 1954 nine digits without a checksum. IBAN:
// ISO 13616 and ISO 7064 MOD 97-10; lengths from the SWIFT IBAN registry.
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
  const trimmed = text.trim();
  return trimmed === '' ? ok('') : CHECKS[field.type](trimmed, field);
}

const CHECKS: { readonly [T in Field['type']]: Check } = {
  none: ok,
  pesel: numeric('PESEL', [11], (digits) => weighted(digits, PESEL) % 10 === 0),
  nip: numeric('NIP', [10], isNip, /^PL/i),
  regon: numeric('REGON', [9, 14], isRegon),
  ico: numeric('IČO', [8], isIco),
  'rodne-cislo': numeric('rodné číslo', [9, 10], isRodneCislo),
  iban,
  date,
  number,
  choice: (text, { options = [] }) =>
    options.includes(text) ? ok(text) : bad(`is none of ${options.join(', ')}`),
};

/** Digits with spaces, dashes or a slash between them; stored as digits only. */
function numeric(
  name: string,
  lengths: readonly number[],
  isValid: (digits: readonly number[]) => boolean,
  prefix = /^$/,
): Check {
  return (text) => {
    const compact = text.replace(prefix, '').replaceAll(/[\s/-]/g, '');
    if (!/^\d+$/.test(compact)) return bad(`is no ${name}: it has other signs than digits`);
    if (!lengths.includes(compact.length)) {
      return bad(`is no ${name}: it has ${compact.length} digits, not ${lengths.join(' or ')}`);
    }
    if (!isValid([...compact].map(Number))) return bad(`is no ${name}: its checksum is wrong`);
    return ok(compact);
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

function isNip(digits: readonly number[]): boolean {
  return weighted(digits, NIP) % 11 === digits[9];
}

/** The first nine of fourteen digits are a REGON of their own. */
function isRegon(digits: readonly number[]): boolean {
  const short = (weighted(digits, REGON9) % 11) % 10 === digits[8];
  if (digits.length === 9) return short;
  return short && (weighted(digits, REGON14) % 11) % 10 === digits[13];
}

function isIco(digits: readonly number[]): boolean {
  return (11 - (weighted(digits, ICO) % 11)) % 10 === digits[7];
}

function isRodneCislo(digits: readonly number[]): boolean {
  const text = digits.join('');
  const year = Number(text.slice(0, 2));
  const month = [70, 50, 20, 0].map((more) => Number(text.slice(2, 4)) - more).find((m) => m > 0);
  const day = Number(text.slice(4, 6));
  if (month === undefined || month > 12 || day < 1 || day > 31) return false;
  if (digits.length === 9) return year < 54;
  // Until 1985 a remainder of ten was written as a last digit of zero.
  const rest = Number(text.slice(0, 9)) % 11;
  return rest === digits[9] || (rest === 10 && digits[9] === 0 && year > 53 && year < 86);
}

function iban(text: string): Checked {
  const compact = text.replaceAll(/\s/g, '').toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(compact)) return bad('is no IBAN');
  const country = compact.slice(0, 2);
  const length = ibanLength(country);
  if (length === undefined) return bad(`is no IBAN: ${country} has none`);
  if (compact.length !== length) {
    return bad(`is no IBAN: it has ${compact.length} signs, in ${country} it has ${length}`);
  }
  return mod97(compact) === 1 ? ok(compact) : bad('is no IBAN: its checksum is wrong');
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
    return bad('is no date such as 2026-12-31 or 31.12.2026');
  }
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const at = Date.parse(`${written}T00:00:00Z`);
  const exists = !Number.isNaN(at) && new Date(at).toISOString().startsWith(written);
  return exists ? ok(written) : bad('is a day no calendar has');
}

/**
 * With a comma or a point before the decimals and blanks between thousands; stored with a point.
 */
function number(text: string): Checked {
  const compact = text.replaceAll(/\s/g, '').replace(',', '.');
  return /^[+-]?\d+(\.\d+)?$/.test(compact) ? ok(compact) : bad('is no number');
}
