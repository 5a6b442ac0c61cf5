import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { Check } from './check-facts.ts';

/**
 * All actions of a rule travel in the input of one Lambda call. The state of an execution may hold 256 KiB; a quarter
 * is left for hours, names and the record. https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
const MOST_BYTES = 192 * 1024;

export const ruleSize: Check = function* ({ definitions, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const bytes = new TextEncoder().encode(JSON.stringify(definition.tiles)).length;
    if (bytes <= MOST_BYTES) continue;
    const message = `the tiles hold ${Math.ceil(bytes / 1024)} KiB; ${MOST_BYTES / 1024} KiB are possible`;
    yield diagnostic('rule-too-big', places.keyAt(['rules', rule, 'tiles']), message);
  }
};
