import type { Hours } from '../../../language/schema/hours.ts';
import type { Check } from '../check-facts.ts';

/** Hours are open on at least one weekday: whatever waits for them would otherwise wait forever. */
export const hoursNeverOpen: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { week }] of Object.entries(definitions.hours)) {
    const path = ['hours', id, 'week'];
    if (isOpen(week) || !gaps.isWhole(path)) continue;
    yield { at: places.keyAt(path), message: `hours '${id}' are closed all week` };
  }
  for (const [id, { contactHours }] of Object.entries(definitions.campaigns)) {
    for (const [country, { week }] of Object.entries(contactHours.countries)) {
      const path = ['campaigns', id, 'contactHours', 'countries', country, 'week'];
      if (week === undefined || isOpen(week) || !gaps.isWhole(path)) continue;
      const message = `people in ${country} may not be called on any day of the week`;
      yield { at: places.keyAt(path), message };
    }
  }
};

const isOpen = (week: Hours['week']) => Object.values(week).some((spans) => spans.length > 0);
