import { agentsStartCalls } from '../../../domain/dialing/offers.ts';
import { type Check, outboundCampaigns, outboundPath } from '../check-facts.ts';

/**
 * Only preview mode has before-call work (DIA-1), and only where the dialer starts the call after
 * it.
 */
export const beforeCallWork: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode, beforeCallWork: work }, campaign] of outboundCampaigns(definitions)) {
    if (work === undefined || !gaps.isWhole([...outboundPath(id), 'mode'])) continue;
    const at = places.keyAt([...outboundPath(id), 'beforeCallWork']);
    if (mode !== 'preview') {
      yield { at, message: `'beforeCallWork' has no effect in mode '${mode}'` };
    } else if (agentsStartCalls(campaign) && gaps.isWhole(['campaigns', id, 'handling'])) {
      const message = `agents start the calls (handling '${campaign.handling}'), so no call follows 'beforeCallWork' by itself`;
      yield { at, message, remedy: "Write 'offerFor' instead." };
    }
  }
};
