import type { Check } from '../check-facts.ts';

/** A contact centre works on campaigns: without any, nobody calls or is answered (CAM-1). */
export const centreWithoutCampaign: Check = function* ({ definitions, gaps, places }) {
  if (Object.keys(definitions.campaigns).length > 0 || !gaps.isWhole(['campaigns'])) return;
  yield { at: places.keyAt(['centre']), message: 'the contact centre has no campaign' };
};
