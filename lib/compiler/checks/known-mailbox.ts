import {
  type Check,
  inboundCampaigns,
  inboundPath,
  namesAt,
  tilePath,
  tilesOfKind,
  unlessKnown,
} from './check-facts.ts';

/** The mailbox of an e-mail exists (CBR-11, INB-6). */
export const knownMailbox: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = namesAt(facts, definitions.centre.mailboxes, ['centre', 'mailboxes']);
  for (const [rule, id, { mailbox }] of tilesOfKind(definitions, 'send-email')) {
    const at = places.valueAt([...tilePath(rule, id), 'mailbox']);
    const message = `tile '${id}' sends from '${mailbox}', but there is no such mailbox`;
    yield* unlessKnown('unknown-mailbox', mailbox, known, at, message);
  }
  for (const [id, { voicemail }] of inboundCampaigns(definitions)) {
    if (!voicemail) continue;
    const at = places.valueAt([...inboundPath(id), 'voicemail', 'mailbox']);
    const message = `messages of callers are sent from '${voicemail.mailbox}', but there is no such mailbox`;
    yield* unlessKnown('unknown-mailbox', voicemail.mailbox, known, at, message);
  }
};
