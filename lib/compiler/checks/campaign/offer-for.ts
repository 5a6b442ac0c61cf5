import { agentsStartCalls } from '../../../domain/dialing/offers.ts';
import { type Check, outboundCampaigns, outboundPath } from '../check-facts.ts';

/** Agents who start calls have a time to do so; the dialer needs none (CAM-3). */
export const offerFor: Check = function* ({ definitions, gaps, places }) {
  for (const [id, outbound, campaign] of outboundCampaigns(definitions)) {
    if (agentsStartCalls(campaign) || outbound.offerFor === undefined) continue;
    if (!gaps.isWhole(['campaigns', id, 'handling'])) continue;
    const at = places.keyAt([...outboundPath(id), 'offerFor']);
    yield { at, message: "'offerFor' has no effect: the dialer starts the calls" };
  }
};
