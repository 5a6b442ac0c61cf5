import { type Check, idsOf, unlessKnown } from '../check-facts.ts';

/** Scenarios belong to a rule (NEW-3). */
export const scenarioWithoutRule: Check = function* (facts) {
  const { places, scenarios } = facts;
  for (const rule of Object.keys(scenarios)) {
    const at = places.keyAt(['scenarios', rule]);
    yield* unlessKnown(rule, idsOf(facts, 'rules'), at, `there is no rule '${rule}'`);
  }
};
