import { ANY } from '../../../language/gaps.ts';
import type { Check } from '../check-facts.ts';

/** A domain that receives is for campaigns that take answers. */
export const repliesUnread: Check = function* ({ definitions, gaps, places }) {
  const campaigns = Object.values(definitions.campaigns);
  if (campaigns.some(({ channels }) => channels.email !== undefined)) return;
  if (!gaps.isWhole(['campaigns', ANY, 'channels'])) return;
  for (const [id, { replies }] of Object.entries(definitions.centre.mailboxes)) {
    if (replies === undefined) continue;
    const at = places.keyAt(['centre', 'mailboxes', id, 'replies']);
    yield { at, message: `mailbox '${id}' receives, but no campaign takes answers to e-mails` };
  }
};
