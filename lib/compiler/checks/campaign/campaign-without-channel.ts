import type { Check } from '../check-facts.ts';

/** A campaign calls, is called or writes (CAM-1). */
export const campaignWithoutChannel: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { channels }] of Object.entries(definitions.campaigns)) {
    const path = ['campaigns', id, 'channels'];
    const has = Object.values(channels).some((channel) => channel !== undefined);
    if (has || !gaps.isWhole(path)) continue;
    yield { at: places.keyAt(path), message: `campaign '${id}' has no channel` };
  }
};
