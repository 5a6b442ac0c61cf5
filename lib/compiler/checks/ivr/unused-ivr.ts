import { ANY } from '../../../language/gaps.ts';
import { type Check, inboundCampaigns } from '../check-facts.ts';

/**
 * An IVR answers for a campaign. Its tests cannot run without one, so having tests is not enough.
 */
export const unusedIvr: Check = function* ({ definitions, gaps, places }) {
  if (!gaps.isWhole(['campaigns', ANY, 'channels', 'inbound', 'ivr'])) return;
  const used = inboundCampaigns(definitions).map(([, { ivr }]) => ivr);
  for (const ivr of Object.keys(definitions.ivrs).filter((id) => !used.includes(id))) {
    yield { at: places.keyAt(['ivrs', ivr]), message: `no campaign uses IVR '${ivr}'` };
  }
};
