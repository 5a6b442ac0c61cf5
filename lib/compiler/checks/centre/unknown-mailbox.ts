import {
  type Check,
  classifiersIn,
  inboundCampaigns,
  inboundPath,
  namesAt,
  tilePath,
  tilesOfKind,
  unlessKnown,
} from '../check-facts.ts';
import { emailTemplates } from '../desk-templates.ts';

/** The mailbox that sends an e-mail, a voicemail or an alert exists (CBR-11, INB-6, MON-6). */
export const unknownMailbox: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = namesAt(facts, definitions.centre.mailboxes, ['centre', 'mailboxes']);
  for (const [rule, id, { mailbox }] of tilesOfKind(definitions, 'send-email')) {
    const at = places.valueAt([...tilePath(rule, id), 'mailbox']);
    const message = `tile '${id}' sends from mailbox '${mailbox}', which does not exist`;
    yield* unlessKnown(mailbox, known, at, message);
  }
  for (const { name, classifier, path } of classifiersIn(definitions)) {
    const { mailbox } = classifier.sendsEmail ?? {};
    if (mailbox === undefined) continue;
    const at = places.valueAt([...path, 'sendsEmail', 'mailbox']);
    const message = `classifier '${name}' sends from mailbox '${mailbox}', which does not exist`;
    yield* unlessKnown(mailbox, known, at, message);
  }
  for (const { of, template, path } of emailTemplates(definitions)) {
    const at = places.valueAt([...path, 'mailbox']);
    const message = `${of} sends from mailbox '${template.mailbox}', which does not exist`;
    yield* unlessKnown(template.mailbox, known, at, message);
  }
  const { mailbox: sender } = definitions.centre.alerts;
  if (sender !== undefined) {
    const at = places.valueAt(['centre', 'alerts', 'mailbox']);
    const message = `alerts are sent from mailbox '${sender}', which does not exist`;
    yield* unlessKnown(sender, known, at, message);
  }
  for (const [id, { voicemail }] of inboundCampaigns(definitions)) {
    if (!voicemail) continue;
    const at = places.valueAt([...inboundPath(id), 'voicemail', 'mailbox']);
    const message = `voicemail is sent from mailbox '${voicemail.mailbox}', which does not exist`;
    yield* unlessKnown(voicemail.mailbox, known, at, message);
  }
};
