import { repliesDomains } from '../../../domain/messaging/reply-address.ts';
import type { Check } from '../check-facts.ts';

/** Answers to e-mails need a domain that receives them. */
export const repliesWithoutMailbox: Check = function* ({ definitions, gaps, places }) {
  if (repliesDomains(definitions).length > 0 || !gaps.isWhole(['centre', 'mailboxes'])) return;
  for (const [id, { channels }] of Object.entries(definitions.campaigns)) {
    if (channels.email === undefined) continue;
    const at = places.keyAt(['campaigns', id, 'channels', 'email']);
    yield {
      at,
      message: `campaign '${id}' is to take answers to e-mails, but no mailbox receives`,
    };
  }
};
