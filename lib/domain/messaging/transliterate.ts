// A text in the alphabet of text messages (GSM 03.38): letters it does not have become their
// nearest plain ones, so that a part holds 160 characters and not 70. Letters that the alphabet
// has, such as ä and é, stay.
import { isGsm } from './text-size.ts';

/** What taking the marks off does not turn into plain letters. */
const PLAIN: Readonly<Record<string, string>> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  œ: 'oe',
  Œ: 'OE',
  '„': '"',
  '“': '"',
  '”': '"',
  '«': '"',
  '»': '"',
  '‘': "'",
  '’': "'",
  '‚': ',',
  '–': '-',
  '—': '-',
  '−': '-',
  '…': '...',
  '•': '-',
  '\u00a0': ' ',
  '\u202f': ' ',
  '\u2009': ' ',
};

export const transliterated = (text: string): string =>
  [...text.normalize('NFC')].map(plainOf).join('');

/** A sign that has no plain one, e.g. of another script, stays as it is. */
function plainOf(sign: string): string {
  if (isGsm(sign)) return sign;
  const known = PLAIN[sign];
  if (known !== undefined) return known;
  const bare = sign.normalize('NFD').replaceAll(/\p{M}/gu, '');
  return bare !== '' && [...bare].every(isGsm) ? bare : sign;
}
