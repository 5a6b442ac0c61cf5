import { type Check, idsOf, unlessKnown } from '../check-facts.ts';

/** Tests belong to an IVR (NEW-3). */
export const ivrTestWithoutIvr: Check = function* (facts) {
  const { places, ivrTests } = facts;
  for (const ivr of Object.keys(ivrTests)) {
    const at = places.keyAt(['ivrTests', ivr]);
    yield* unlessKnown(ivr, idsOf(facts, 'ivrs'), at, `there is no IVR '${ivr}'`);
  }
};
