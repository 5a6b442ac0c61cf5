import { type Check, idsOf, outboundCampaigns, outboundPath, unlessKnown } from '../check-facts.ts';

/** The callback rule of a campaign exists. */
export const unknownRule: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = idsOf(facts, 'rules');
  for (const [id, { rule }] of outboundCampaigns(definitions)) {
    if (rule === undefined) continue;
    const at = places.valueAt([...outboundPath(id), 'rule']);
    yield* unlessKnown(rule, known, at, `there is no callback rule '${rule}'`);
  }
};
