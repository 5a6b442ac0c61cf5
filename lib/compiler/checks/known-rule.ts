import { type Check, idsOf, outboundCampaigns, unlessKnown } from './check-facts.ts';

/** The callback rule of a campaign exists. */
export const knownRule: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = idsOf(facts, 'rules');
  for (const [id, { rule }] of outboundCampaigns(definitions)) {
    if (rule === undefined) continue;
    const at = places.valueAt(['campaigns', id, 'channels', 'outbound', 'rule']);
    yield* unlessKnown('unknown-rule', rule, known, at, `there is no callback rule '${rule}'`);
  }
};
