import { type Check, namesFrom, tilePath, tilesOfKind, unlessKnown } from '../check-facts.ts';

/** Files that e-mails attach are in attachments/ (CBR-11). */
export const unknownAttachment: Check = function* (facts) {
  const { definitions, places, attachments } = facts;
  const known = namesFrom(facts, attachments);
  for (const [rule, id, tile] of tilesOfKind(definitions, 'send-email')) {
    for (const [index, file] of tile.attachments.entries()) {
      const at = places.valueAt([...tilePath(rule, id), 'attachments', index]);
      const message = `tile '${id}' attaches '${file}', which is not in attachments/`;
      yield* unlessKnown(file, known, at, message);
    }
  }
};
