import { type Check, outboundCampaigns } from '../check-facts.ts';

/**
 * Connect rings the agent first only for its own outbound campaigns, and for callbacks to customers
 * who are on the line (CAM-3, docs/decisions/0012-agents-who-start-calls.md).
 */
export const agentRungFirst: Check = function* ({ definitions, places }) {
  for (const [id, , { handling }] of outboundCampaigns(definitions)) {
    if (handling !== 'manual-phone') continue;
    const at = places.valueAt(['campaigns', id, 'handling']);
    yield { at, message: 'Connect cannot ring the agent first for calls that the dialer places' };
  }
};
