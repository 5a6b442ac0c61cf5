import { type Check, tilePath, tilesOfKind, unlessKnown } from './check-facts.ts';

/** The mailbox of an e-mail exists (CBR-11). */
export const knownMailbox: Check = function* ({ definitions, places }) {
  const known = Object.keys(definitions.centre.mailboxes);
  for (const [rule, id, { mailbox }] of tilesOfKind(definitions, 'send-email')) {
    const at = places.valueAt([...tilePath(rule, id), 'mailbox']);
    const message = `tile '${id}' sends from '${mailbox}', but there is no such mailbox`;
    yield* unlessKnown('unknown-mailbox', mailbox, known, at, message);
  }
};
