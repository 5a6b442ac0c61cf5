import { diagnostic } from '../../language/diagnostic-codes.ts';
import { ANY } from '../../language/gaps.ts';
import { type Check, inboundCampaigns } from './check-facts.ts';

/** An IVR answers for a campaign. Its tests cannot run without one, so they are no excuse. */
export const unusedIvr: Check = function* ({ definitions, gaps, places }) {
  if (!gaps.isWhole(['campaigns', ANY, 'channels', 'inbound', 'ivr'])) return;
  const used = inboundCampaigns(definitions).map(([, { ivr }]) => ivr);
  for (const ivr of Object.keys(definitions.ivrs).filter((id) => !used.includes(id))) {
    yield diagnostic('unused-ivr', places.keyAt(['ivrs', ivr]), `no campaign uses '${ivr}'`);
  }
};
