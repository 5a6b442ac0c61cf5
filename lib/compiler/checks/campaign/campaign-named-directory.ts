import { DIRECTORY } from '../../../language/record-settings.ts';
import type { Check } from '../check-facts.ts';

/** Records are of a campaign or of the directory: one name cannot mean both (REC-11). */
export const campaignNamedDirectory: Check = function* ({ definitions, places }) {
  if (definitions.directory === undefined || !(DIRECTORY in definitions.campaigns)) return;
  const at = places.keyAt(['campaigns', DIRECTORY]);
  yield { at, message: `the directory of people has the id '${DIRECTORY}', too` };
};
