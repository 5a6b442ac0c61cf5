import type { Check } from '../check-facts.ts';

/** The threshold that lifts the block lies below the limit that sets it (CAM-6, CAM-7). */
export const unhandledLimit: Check = function* ({ definitions, places }) {
  for (const [id, { unhandled }] of Object.entries(definitions.campaigns)) {
    if (unhandled === undefined || unhandled.until < unhandled.most) continue;
    const { most, until } = unhandled;
    const at = places.valueAt(['campaigns', id, 'unhandled', 'until']);
    const message = `agents with ${most} unhandled records get none, and with ${until} they get them again`;
    yield { at, message };
  }
};
