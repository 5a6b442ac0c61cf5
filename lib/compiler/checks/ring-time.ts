import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type Check, outboundCampaigns } from './check-facts.ts';

/** RingTimeoutInSeconds of StartOutboundVoiceContact: 15 to 60. */
const SHORTEST = 15;
const LONGEST = 60;

export const ringTime: Check = function* ({ definitions, places }) {
  for (const [id, { ringFor }] of outboundCampaigns(definitions)) {
    if (ringFor >= SHORTEST && ringFor <= LONGEST) continue;
    const at = places.valueAt(['campaigns', id, 'channels', 'outbound', 'ringFor']);
    yield diagnostic('ring-time', at, `calls cannot ring for ${ringFor} s`);
  }
};
