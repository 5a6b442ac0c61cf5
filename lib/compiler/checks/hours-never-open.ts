import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { Check } from './check-facts.ts';

/** Hours are open on some weekday: what waits for them would wait for ever. */
export const hoursNeverOpen: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { week }] of Object.entries(definitions.hours)) {
    if (Object.values(week).some((spans) => spans.length > 0)) continue;
    if (!gaps.isWhole(['hours', id, 'week'])) continue;
    const at = places.keyAt(['hours', id, 'week']);
    yield diagnostic('hours-never-open', at, `'${id}' is closed all week`);
  }
  for (const [id, { contactHours }] of Object.entries(definitions.campaigns)) {
    for (const [country, { week }] of Object.entries(contactHours.countries)) {
      if (week === undefined || Object.values(week).some((spans) => spans.length > 0)) continue;
      const path = ['campaigns', id, 'contactHours', 'countries', country, 'week'];
      if (!gaps.isWhole(path)) continue;
      yield diagnostic(
        'hours-never-open',
        places.keyAt(path),
        `nobody in ${country} may be called all week`,
      );
    }
  }
};
