import { agentsOf, type Check, unlessKnown } from '../check-facts.ts';

/** Extensions lead to agents of the centre (IVR-16). */
export const unknownAgent: Check = function* (facts) {
  const { definitions, places } = facts;
  const known = agentsOf(facts);
  for (const [extension, agent] of Object.entries(definitions.centre.extensions)) {
    const at = places.valueAt(['centre', 'extensions', extension]);
    const message = `extension ${extension} leads to agent '${agent}', who is not in any group`;
    yield* unlessKnown(agent, known, at, message);
  }
};
