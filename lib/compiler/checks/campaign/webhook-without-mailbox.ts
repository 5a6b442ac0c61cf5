import type { Check } from '../check-facts.ts';
import { webhooksOf } from '../webhooks-of.ts';

/** E-mails about events leave from the mailbox for alerts (WHK-4). */
export const webhookWithoutMailbox: Check = function* ({ definitions, gaps, places }) {
  if (definitions.centre.alerts.mailbox !== undefined) return;
  if (!gaps.isWhole(['centre', 'alerts', 'mailbox'])) return;
  for (const { name, path, webhook } of webhooksOf(definitions)) {
    if (webhook.email === undefined) continue;
    const at = places.keyAt([...path, 'email']);
    yield { at, message: `${name} e-mails events, but the centre has no mailbox for alerts` };
  }
};
