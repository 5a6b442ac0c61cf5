import type { Check } from '../check-facts.ts';

/**
 * All actions of a rule travel in the input of one Lambda call. The state of an execution may take
 * 256 KiB; a quarter is left for hours, names and the record.
 * https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
const MOST_BYTES = 192 * 1024;

export const ruleTooBig: Check = function* ({ definitions, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const bytes = new TextEncoder().encode(JSON.stringify(definition.tiles)).length;
    if (bytes <= MOST_BYTES) continue;
    const message = `the tiles take ${Math.ceil(bytes / 1024)} KiB; the limit is ${MOST_BYTES / 1024} KiB`;
    yield { at: places.keyAt(['rules', rule, 'tiles']), message };
  }
};
