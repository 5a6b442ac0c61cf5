import type { Check } from '../check-facts.ts';

/** The e-mails to supervisors need a mailbox to be sent from (MON-6). */
export const alertWithoutMailbox: Check = function* ({ definitions, gaps, places }) {
  if (definitions.centre.alerts.mailbox !== undefined) return;
  if (!gaps.isWhole(['centre', 'alerts', 'mailbox'])) return;
  for (const [id, { alerts, supervisors }] of Object.entries(definitions.campaigns)) {
    if (alerts.poolBelow === undefined || supervisors.length === 0) continue;
    const at = places.keyAt(['campaigns', id, 'supervisors']);
    const message = `campaign '${id}' e-mails alerts to its supervisors, but the centre has no mailbox for alerts`;
    yield { at, message };
  }
};
