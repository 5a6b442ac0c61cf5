import { EVENT_TYPES } from '../../../domain/events/catalogue.ts';
import { type Check, unlessKnown } from '../check-facts.ts';
import { webhooksOf } from '../webhooks-of.ts';

const KNOWN = { known: EVENT_TYPES, mayBe: () => false };

/** Webhooks ask for events of the catalogue (WHK-1). */
export const unknownEvent: Check = function* ({ definitions, places }) {
  for (const { name, path, webhook } of webhooksOf(definitions)) {
    for (const [index, event] of webhook.events.entries()) {
      const at = places.valueAt([...path, 'events', index]);
      const message = `${name} asks for '${event}', which is no event`;
      yield* unlessKnown(event, KNOWN, at, message);
    }
  }
};
