import { UNHANDLED_STATUS } from '../../../domain/campaigns/held-up.ts';
import type { Check } from '../check-facts.ts';

/** States every Connect instance has, or a deployment brings. */
const CONNECTS_OWN = ['Available', 'Offline', UNHANDLED_STATUS];

/** Breaks are agent statuses in Connect, whose names are unique. */
export const breakNameTaken: Check = function* ({ definitions, places }) {
  const taken = new Map(CONNECTS_OWN.map((name) => [name.toLowerCase(), 'a state of Connect']));
  for (const [id, { name }] of Object.entries(definitions.centre.breaks)) {
    const by = taken.get(name.trim().toLowerCase());
    taken.set(name.trim().toLowerCase(), by ?? `the name of break '${id}'`);
    if (by === undefined) continue;
    const at = places.valueAt(['centre', 'breaks', id, 'name']);
    yield { at, message: `'${name}' is already ${by}` };
  }
};
