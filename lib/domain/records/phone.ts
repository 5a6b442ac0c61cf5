// Telephone numbers as people and spreadsheets write them, to E.164 or to a reason a person
// understands. What could be two different numbers is refused: a wrong guess rings at a stranger's.
import {
  type CountryCode,
  getCountryCallingCode,
  isSupportedCountry,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';
import { TRUNK_ZERO } from './number-plans-data.ts';
import { hasOwnNetwork } from './special-numbers.ts';

export { mask, maskEmail } from '../model/mask.ts';

export type Normalised =
  | {
      readonly kind: 'ok';
      readonly phone: string;
      /** What a person should look at, though the number was accepted. */
      readonly remark?: string;
    }
  | { readonly kind: 'bad'; readonly reason: string };

const REASONS: Readonly<Record<string, string>> = {
  NOT_A_NUMBER: 'is not a telephone number',
  INVALID_COUNTRY: 'has no known country code',
  TOO_SHORT: 'is too short',
  TOO_LONG: 'is too long',
  INVALID_LENGTH: 'has a length no number of that country has',
};

/** 22 628 12 34 ext. 12, also in Polish and Czech. */
const EXTENSION = /\d[\s;,]*(ext|x|w|wew|wewn|linka|kl)[\s.:=]*\d{1,5}$/i;

const bad = (reason: string): Normalised => ({ kind: 'bad', reason });

/** Longer than any number with all its blanks. */
const LONGEST_TEXT = 100;

/** @param country ISO 3166 code of numbers written without one (CAM-26) */
export function normalisePhone(text: string, country: string): Normalised {
  if (text.length > LONGEST_TEXT) return bad('is too long');
  const plain = plainPhone(text).trim();
  if (plain === '') return bad('is empty');
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(plain))
    return bad('was rounded by a spreadsheet; export the column as text');
  if (!isSupportedCountry(country)) return bad(`no numbering plan is known for country ${country}`);
  // A column of numbers that a program has read as decimals: 600100200.0
  const whole = /^(\+?\d{6,})[.,]0{1,2}$/.exec(plain)?.[1] ?? plain;
  if (/^\+?\d{6,}[.,]\d{1,2}$/.test(whole)) return bad('is a decimal number');
  if (EXTENSION.test(whole)) return bad('has an extension, which cannot be dialed');
  if (!/^[\d\s()+./,-]+$/.test(whole)) return bad('is not a telephone number');
  const international = digitsAfterPlus(whole, country);
  if (international === undefined) return bad('is not a telephone number');
  return international.plus
    ? withCode(international.digits)
    : withoutCode(international.digits, country);
}

/**
 * Invisible characters out, dashes and blanks of all kinds to the plain one, wide digits to ours,
 * text guards off.
 */
export function plainPhone(text: string): string {
  const plain = text
    .replaceAll(/\p{Cf}/gu, '')
    .replaceAll(/[\u2010-\u2015\u2212\ufe58\ufe63]/g, '-')
    .replaceAll(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\t·•_~]/g, ' ');
  return plain.replace(/^="([^"]*)"$/, '$1').replace(/^'/, '');
}

/**
 * The digits, and whether a country code is the first thing in them; undefined for a '+' elsewhere.
 */
function digitsAfterPlus(
  text: string,
  country: string,
): { readonly plus: boolean; readonly digits: string } | undefined {
  const bare = text.replace(/^[\s(]*\+[+\s]*/, '+');
  const plus = bare.startsWith('+');
  if (bare.includes('+', 1)) return undefined;
  const digits = (plus ? bare.replace('(0)', '') : bare).replaceAll(/\D/g, '');
  // In North America two zeros begin nothing.
  if (!plus && digits.startsWith('00') && getCountryCallingCode(country as CountryCode) !== '1')
    return { plus: true, digits: digits.replace(/^0+/, '') };
  return { plus, digits: plus ? digits.replace(/^0+/, '') : digits };
}

/** +48 600 100 200, also with the zero people dial at home: +48 0600 100 200. */
function withCode(digits: string): Normalised {
  const found = parse(`+${digits}`);
  if (typeof found === 'string') return bad(REASONS[found] ?? 'is not a telephone number');
  if (found.isValid() || hasOwnNetwork(found.number)) return { kind: 'ok', phone: found.number };
  const code = found.countryCallingCode;
  const national = digits.slice(code.length);
  if (national.startsWith('0')) {
    const without = parse(`+${code}${national.slice(1)}`);
    if (typeof without !== 'string' && without.isValid())
      return { kind: 'ok', phone: without.number };
  }
  return unknownRange(found);
}

function withoutCode(written: string, country: CountryCode): Normalised {
  const code = getCountryCallingCode(country);
  const digits = /^80\d{9}$/.test(written) && country === 'UA' ? written.slice(1) : written;
  const home = atHome(digits, country);
  const abroad = digits.startsWith('0') ? undefined : parse(`+${digits}`);
  if (typeof abroad === 'object' && abroad.isValid()) {
    if (abroad.countryCallingCode === code) {
      if (!home || home.number === abroad.number || abroad.getType() === 'MOBILE')
        return { kind: 'ok', phone: abroad.number };
      return bad(`could be ${home.number} or ${abroad.number}; write it with + or with 0`);
    }
    if (isForeign(abroad, digits, country)) {
      if (!home) return { kind: 'ok', phone: abroad.number };
      return bad(`could be ${home.number} or ${abroad.number}; write it with + or with 0`);
    }
  }
  if (home) return { kind: 'ok', phone: home.number };
  const found = parse(digits, country);
  if (typeof found === 'string') return bad(REASONS[found] ?? 'is not a telephone number');
  return unknownRange(found);
}

/**
 * As it is dialed within the country: with the zero for other areas, or without it where a
 * spreadsheet took it away.
 */
function atHome(digits: string, country: CountryCode): PhoneNumber | undefined {
  const code = getCountryCallingCode(country);
  const bare = digits.startsWith('0') ? digits.slice(1) : digits;
  const attempts = hasTrunkZero(country)
    ? [`+${code}${bare}`]
    : // Where no zero is dialed any more, people still write the one they used to dial.
      [digits, `+${code}${bare}`];
  for (const attempt of attempts) {
    const found = parse(attempt, country);
    if (typeof found !== 'string' && found.isValid() && found.countryCallingCode === code)
      return found;
  }
  return undefined;
}

/** Whether numbers of other areas begin with a zero that is left out after the country code. */
export const hasTrunkZero = (country: string): boolean => trunkZero.has(country);

const trunkZero = new Set(TRUNK_ZERO.split(' '));

/**
 * A number of another European country written without its '+': full length, and at least two
 * digits longer than those of the own country, so that a digit typed twice does not become somebody
 * abroad.
 */
function isForeign(abroad: PhoneNumber, digits: string, country: CountryCode): boolean {
  if (!/^(3|4)/.test(abroad.countryCallingCode)) return false;
  return digits.length >= (TEN_DIGITS.has(country) ? 12 : 11);
}

/** Elsewhere in Europe a mobile number has nine digits, or as many as its operator likes. */
const TEN_DIGITS: ReadonlySet<CountryCode> = new Set([
  'GB',
  'IE',
  'IT',
  'TR',
  'RU',
  'KZ',
  'US',
  'CA',
]);

/**
 * Numbering plans grow faster than tables: beside a range of mobile numbers is likely a new one.
 */
function unknownRange(found: PhoneNumber): Normalised {
  const length = validatePhoneNumberLength(found.number);
  if (length !== undefined) return bad(REASONS[length] ?? 'is not a telephone number');
  const { countryCallingCode: code, nationalNumber: national } = found;
  const besides = [...'0123456789'].some((digit) => {
    const beside = parse(`+${code}${national.slice(0, 2)}${digit}${national.slice(3)}`);
    return typeof beside !== 'string' && beside.isValid() && beside.getType() === 'MOBILE';
  });
  if (besides && found.isPossible())
    return {
      kind: 'ok',
      phone: found.number,
      remark: 'is in a range that is not known to be in use',
    };
  return bad('is in no range that is in use');
}

function parse(text: string, defaultCountry?: CountryCode): PhoneNumber | string {
  try {
    return parsePhoneNumberWithError(text, {
      ...(defaultCountry && { defaultCountry }),
      extract: false,
    });
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
}
