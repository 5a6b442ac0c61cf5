import { MOST_ATTACHED } from '../../../domain/messaging/attachments.ts';
import { type Check, tilePath, tilesOfKind } from '../check-facts.ts';

/** The files of an e-mail together are no larger than mail servers take (CBR-11). */
export const attachmentsTooLarge: Check = function* ({
  definitions,
  places,
  attachmentSizes = {},
}) {
  for (const [rule, id, { attachments }] of tilesOfKind(definitions, 'send-email')) {
    const bytes = attachments.reduce((sum, name) => sum + (attachmentSizes[name] ?? 0), 0);
    if (bytes <= MOST_ATTACHED) continue;
    const at = places.keyAt([...tilePath(rule, id), 'attachments']);
    const size = `${(bytes / 1e6).toFixed(1)} MB`;
    yield { at, message: `the attachments of tile '${id}' have ${size} together` };
  }
};
