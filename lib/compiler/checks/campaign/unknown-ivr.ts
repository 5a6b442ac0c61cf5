import { type Check, idsOf, inboundCampaigns, inboundPath, unlessKnown } from '../check-facts.ts';

/** The IVR of an inbound channel exists (INB-1). */
export const unknownIvr: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = idsOf(facts, 'ivrs');
  for (const [id, { ivr }] of inboundCampaigns(definitions)) {
    const at = places.valueAt([...inboundPath(id), 'ivr']);
    yield* unlessKnown(ivr, known, at, `there is no IVR '${ivr}'`);
  }
};
