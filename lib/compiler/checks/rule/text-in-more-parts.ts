import { beyondGsm, textSize } from '../../../domain/messaging/text-size.ts';
import { type Check, tilePath, tilesOfKind } from '../check-facts.ts';

/** Characters counted for each value a template fills in: about as long as a name or a date. */
const VALUE = 'x'.repeat(10);

/**
 * One letter outside the alphabet of text messages makes a part hold 70 characters instead of 160,
 * so a few accents can double what a message costs (CBR-12).
 */
export const textInMoreParts: Check = function* ({ definitions, places }) {
  for (const [rule, id, { text }] of tilesOfKind(definitions, 'send-sms')) {
    const likely = text
      .trim()
      .replaceAll(/\{\{.*?\}\}/gs, VALUE)
      .replaceAll(/\{%.*?%\}/gs, '');
    const accents = beyondGsm(likely);
    const plain = accents.reduce((sum, one) => sum.replaceAll(one, 'x'), likely);
    const [parts, needed] = [textSize(likely).parts, textSize(plain).parts];
    if (parts <= needed) continue;
    const at = places.keyAt([...tilePath(rule, id), 'text']);
    const message = `the text of tile '${id}' takes about ${parts} parts instead of ${needed} because of ${accents.map((one) => `'${one}'`).join(', ')}`;
    yield { at, message };
  }
};
