import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { FileCheck } from './check-facts.ts';

/** Hours are open on some weekday: recalls that wait for them would wait for ever. */
export const hoursNeverOpen: FileCheck = function* ({ definitions, places }) {
  for (const [id, { week }] of Object.entries(definitions.hours)) {
    if (Object.values(week).some((spans) => spans.length > 0)) continue;
    const at = places.keyAt(['hours', id, 'week']);
    yield diagnostic('hours-never-open', at, `'${id}' is closed all week`);
  }
};
