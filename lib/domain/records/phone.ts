// Telephone numbers as people and spreadsheets write them, to E.164 or to a reason a person
// understands.
import {
  type CountryCode,
  isSupportedCountry,
  ParseError,
  type PhoneNumber,
  parsePhoneNumberWithError,
  validatePhoneNumberLength,
} from 'libphonenumber-js/max';

export { mask, maskEmail } from '../model/mask.ts';

export type Normalised =
  | { readonly kind: 'ok'; readonly phone: string }
  | { readonly kind: 'bad'; readonly reason: string };

const REASONS: Readonly<Record<string, string>> = {
  NOT_A_NUMBER: 'is no telephone number',
  INVALID_COUNTRY: 'has no known country code',
  TOO_SHORT: 'is too short',
  TOO_LONG: 'is too long',
  INVALID_LENGTH: 'has a length no number of that country has',
};

const bad = (reason: string): Normalised => ({ kind: 'bad', reason });

/** @param country ISO 3166 code of numbers written without one (CAM-26) */
export function normalisePhone(text: string, country: string): Normalised {
  const trimmed = text.trim().replace(/^'/, '');
  if (trimmed === '') return bad('is empty');
  if (/^\d+([.,]\d+)?E\+?\d+$/i.test(trimmed)) {
    return bad('was rounded by a spreadsheet; export the column as text');
  }
  if (!isSupportedCountry(country)) return bad(`no numbering plan is known for country ${country}`);
  const parsed = parse(trimmed, country);
  if (typeof parsed === 'string') return bad(REASONS[parsed] ?? 'is no telephone number');
  if (parsed.ext !== undefined) return bad('has an extension, which cannot be dialed');
  const length = validatePhoneNumberLength(parsed.number);
  if (length !== undefined) return bad(REASONS[length] ?? 'is no telephone number');
  if (!parsed.isValid()) return bad('is in no range that is in use');
  return { kind: 'ok', phone: parsed.number };
}

function parse(text: string, defaultCountry: CountryCode): PhoneNumber | string {
  try {
    return parsePhoneNumberWithError(text, { defaultCountry, extract: false });
  } catch (error) {
    if (error instanceof ParseError) return error.message;
    throw error;
  }
}
