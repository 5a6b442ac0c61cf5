// How many parts a text message is sent and billed in: by its length and by the letters it has.

/** GSM 03.38 basic set and, counted twice, its extension. */
const BASIC =
  '@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !"#¤%&\'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà';
const EXTENSION = '^{}\\[~]|€';

export interface TextSize {
  readonly encoding: 'GSM' | 'Unicode';
  readonly parts: number;
}

/** Whether the alphabet of text messages has the character. */
export const isGsm = (one: string): boolean => BASIC.includes(one) || EXTENSION.includes(one);

/** Characters that are not in the alphabet of text messages, each once. */
export const beyondGsm = (text: string): readonly string[] =>
  [...new Set(text)].filter((one) => !isGsm(one));

/** A text message holds 160 GSM or 70 other characters; a part of a longer one 153 or 67. */
export function textSize(text: string): TextSize {
  const characters = [...text];
  if (!characters.every(isGsm)) return { encoding: 'Unicode', parts: parts(text.length, 70, 67) };
  const length = characters.reduce((sum, one) => sum + (EXTENSION.includes(one) ? 2 : 1), 0);
  return { encoding: 'GSM', parts: parts(length, 160, 153) };
}

function parts(length: number, single: number, each: number): number {
  return length <= single ? 1 : Math.ceil(length / each);
}
