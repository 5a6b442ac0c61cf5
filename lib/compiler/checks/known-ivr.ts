import { type Check, idsOf, inboundCampaigns, inboundPath, unlessKnown } from './check-facts.ts';

/** What callers hear is an IVR that exists (INB-1). */
export const knownIvr: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = idsOf(facts, 'ivrs');
  for (const [id, { ivr }] of inboundCampaigns(definitions)) {
    const at = places.valueAt([...inboundPath(id), 'ivr']);
    yield* unlessKnown('unknown-ivr', ivr, known, at, `there is no IVR '${ivr}'`);
  }
};
