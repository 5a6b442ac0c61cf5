import { agentsStartCalls } from '../../domain/dialing/offers.ts';
import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, outboundCampaigns, outboundPath } from './check-facts.ts';

/** Only preview mode has before-call work (DIA-1), and only there the call comes by itself after it. */
export const beforeCallWork: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode, beforeCallWork: work }, campaign] of outboundCampaigns(definitions)) {
    if (work === undefined || !gaps.isWhole([...outboundPath(id), 'mode'])) continue;
    const at = places.keyAt([...outboundPath(id), 'beforeCallWork']);
    if (mode !== 'preview') {
      yield diagnostic('before-call-work', at, `there is no before-call work in mode '${mode}'`);
    } else if (agentsStartCalls(campaign) && gaps.isWhole(['campaigns', id, 'handling'])) {
      const message = `agents start the calls (handling ${campaign.handling}), so no call comes by itself`;
      yield diagnostic('before-call-work', at, message, "Write 'offerFor' instead.");
    }
  }
};
