import { type Check, tilePath, tilesOfKind, unlessKnown } from './check-facts.ts';

/** Files that e-mails attach are in attachments/ (CBR-11). */
export const knownAttachment: Check = function* ({ definitions, places, attachments }) {
  for (const [rule, id, tile] of tilesOfKind(definitions, 'send-email')) {
    for (const [index, file] of tile.attachments.entries()) {
      const at = places.valueAt([...tilePath(rule, id), 'attachments', index]);
      const message = `tile '${id}' attaches '${file}', which is not in attachments/`;
      yield* unlessKnown('unknown-attachment', file, attachments, at, message);
    }
  }
};
