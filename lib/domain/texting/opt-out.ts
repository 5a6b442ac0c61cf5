// Whether a text says that its writer wants no more messages.
import { OPT_OUT_WORDS } from './opt-out-words.ts';

/** In capitals, without accents, one blank between words, without punctuation around them. */
function plain(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .toUpperCase()
    .replaceAll('Ł', 'L')
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

const words = OPT_OUT_WORDS.map(({ word, at }) => ({ word: plain(word), at }));

export function isOptOut(text: string): boolean {
  const said = plain(text);
  return words.some(
    ({ word, at }) => said === word || (at === 'start' && said.startsWith(`${word} `)),
  );
}
