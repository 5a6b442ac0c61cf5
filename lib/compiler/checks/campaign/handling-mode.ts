import { type Check, outboundCampaigns, outboundPath } from '../check-facts.ts';

/**
 * An agent starts a call for one record that they look at: the other modes dial ahead of them
 * (CAM-3).
 */
export const handlingMode: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode }, campaign] of outboundCampaigns(definitions)) {
    if (campaign.handling !== 'manual-web' || mode === 'preview') continue;
    if (!gaps.isWhole([...outboundPath(id), 'mode'])) continue;
    const at = places.valueAt([...outboundPath(id), 'mode']);
    const message = `agents start the calls (handling '${campaign.handling}'), but in mode '${mode}' the dialer does`;
    yield { at, message };
  }
};
