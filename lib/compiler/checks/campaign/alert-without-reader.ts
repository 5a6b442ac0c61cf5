import type { Check } from '../check-facts.ts';

/** An alert needs a supervisor whom it is e-mailed to (MON-6). */
export const alertWithoutReader: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { alerts, supervisors }] of Object.entries(definitions.campaigns)) {
    const campaign = ['campaigns', id];
    if (alerts.poolBelow === undefined || supervisors.length > 0) continue;
    if (!gaps.isWhole([...campaign, 'supervisors'])) continue;
    const at = places.keyAt([...campaign, 'alerts', 'poolBelow']);
    yield { at, message: `campaign '${id}' has an alert, but no supervisor who gets it by e-mail` };
  }
};
