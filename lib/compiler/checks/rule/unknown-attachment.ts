import {
  type Check,
  classifiersIn,
  namesFrom,
  tilePath,
  tilesOfKind,
  unlessKnown,
} from '../check-facts.ts';
import { emailTemplates } from '../desk-templates.ts';

/** Files that e-mails attach are in attachments/ (CBR-11). */
export const unknownAttachment: Check = function* (facts) {
  const { definitions, places, attachments } = facts;
  const known = namesFrom(facts, attachments);
  const emails = [
    ...tilesOfKind(definitions, 'send-email').map(([rule, id, { attachments: files }]) => ({
      of: `tile '${id}'`,
      files,
      path: tilePath(rule, id),
    })),
    ...classifiersIn(definitions).map(({ name, classifier: { sendsEmail }, path }) => ({
      of: `classifier '${name}'`,
      files: sendsEmail?.attachments ?? [],
      path: [...path, 'sendsEmail'],
    })),
    ...emailTemplates(definitions).map(({ of, template: { attachments: files }, path }) => ({
      of,
      files,
      path,
    })),
  ];
  for (const { of, files, path } of emails) {
    for (const [index, file] of files.entries()) {
      const at = places.valueAt([...path, 'attachments', index]);
      const message = `${of} attaches '${file}', which is not in attachments/`;
      yield* unlessKnown(file, known, at, message);
    }
  }
};
