import { MOST_ATTACHED } from '../../../domain/messaging/attachments.ts';
import { type Check, classifiersIn, tilePath, tilesOfKind } from '../check-facts.ts';
import { emailTemplates } from '../desk-templates.ts';

/** The files of an e-mail together are no larger than mail servers take (CBR-11, CLS-10). */
export const attachmentsTooLarge: Check = function* (facts) {
  const { definitions, places, attachmentSizes = {} } = facts;
  const emails = [
    ...tilesOfKind(definitions, 'send-email').map(([rule, id, { attachments }]) => ({
      of: `tile '${id}'`,
      attachments,
      path: tilePath(rule, id),
    })),
    ...classifiersIn(definitions).map(({ name, classifier: { sendsEmail }, path }) => ({
      of: `classifier '${name}'`,
      attachments: sendsEmail?.attachments ?? [],
      path: [...path, 'sendsEmail'],
    })),
    ...emailTemplates(definitions).map(({ of, template: { attachments }, path }) => ({
      of,
      attachments,
      path,
    })),
  ];
  for (const { of, attachments, path } of emails) {
    const bytes = attachments.reduce((sum, name) => sum + (attachmentSizes[name] ?? 0), 0);
    if (bytes <= MOST_ATTACHED) continue;
    const at = places.keyAt([...path, 'attachments']);
    yield { at, message: `the attachments of ${of} have ${(bytes / 1e6).toFixed(1)} MB together` };
  }
};
