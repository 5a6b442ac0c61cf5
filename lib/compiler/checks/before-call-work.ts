import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, outboundCampaigns } from './check-facts.ts';

/** Only preview mode has before-call work (DIA-1). */
export const beforeCallWork: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { mode, beforeCallWork: work }] of outboundCampaigns(definitions)) {
    if (mode === 'preview' || work === undefined) continue;
    if (!gaps.isWhole(['campaigns', id, 'channels', 'outbound', 'mode'])) continue;
    const at = places.keyAt(['campaigns', id, 'channels', 'outbound', 'beforeCallWork']);
    yield diagnostic('before-call-work', at, `there is no before-call work in mode '${mode}'`);
  }
};
