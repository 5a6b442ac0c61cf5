import { transliterated } from '../../../domain/messaging/transliterate.ts';
import type { Check } from '../check-facts.ts';
import { likelySize, textsIn } from '../texts.ts';

/**
 * One letter outside the alphabet of text messages makes a part hold 70 characters instead of 160,
 * so a few accents can double what a message costs (CBR-12, SMS-5).
 */
export const textInMoreParts: Check = function* ({ definitions, places }) {
  for (const text of textsIn(definitions)) {
    const { parts, plainParts, accents } = likelySize(text);
    if (parts <= plainParts) continue;
    const because = accents.map((one) => `'${one}'`).join(', ');
    yield {
      at: places.keyAt(text.path),
      message: `the text of ${text.of} takes about ${parts} parts instead of ${plainParts} because of ${because}: one such letter shortens a part from 160 characters to 70`,
      remedy: `Add 'transliterate: true', which sends: ${oneLine(transliterated(text.text))}`,
    };
  }
};

const oneLine = (text: string): string => text.trim().replaceAll(/\s+/g, ' ');
