import { diagnostic } from '../../language/diagnostic-codes.ts';
import type { Check } from './check-facts.ts';

/** A campaign calls or is called (CAM-1). */
export const campaignChannels: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { channels }] of Object.entries(definitions.campaigns)) {
    if (channels.outbound || channels.inbound) continue;
    if (!gaps.isWhole(['campaigns', id, 'channels'])) continue;
    const at = places.keyAt(['campaigns', id, 'channels']);
    yield diagnostic('campaign-without-channel', at, `campaign '${id}' has no channel`);
  }
};
