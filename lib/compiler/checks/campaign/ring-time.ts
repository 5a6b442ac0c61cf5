import { type Check, outboundCampaigns, outboundPath } from '../check-facts.ts';

/** RingTimeoutInSeconds of StartOutboundVoiceContact: 15 to 60. */
const SHORTEST = 15;
const LONGEST = 60;

export const ringTime: Check = function* ({ definitions, places }) {
  for (const [id, { ringFor }] of outboundCampaigns(definitions)) {
    if (ringFor >= SHORTEST && ringFor <= LONGEST) continue;
    const at = places.valueAt([...outboundPath(id), 'ringFor']);
    yield { at, message: `a call cannot ring for ${ringFor} s` };
  }
};
