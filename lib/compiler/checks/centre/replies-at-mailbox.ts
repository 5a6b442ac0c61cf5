import type { Check } from '../check-facts.ts';

/** The MX record of a domain moves all of its mail. */
export const repliesAtMailbox: Check = function* ({ definitions, places }) {
  const mailboxes = Object.entries(definitions.centre.mailboxes);
  for (const [id, { replies }] of mailboxes) {
    const taken = mailboxes.find(
      ([, { address }]) => address.slice(address.indexOf('@') + 1).toLowerCase() === replies,
    );
    if (taken === undefined) continue;
    const at = places.valueAt(['centre', 'mailboxes', id, 'replies']);
    const [, { address }] = taken;
    yield { at, message: `'${replies}' is the domain of ${address}, which would get no more mail` };
  }
};
