import { danglingExits, ivrGraph } from '../../ivr/ivr-graph.ts';
import { blockPath, blocksOf, type Check, unlessKnown } from '../check-facts.ts';

/** Every path leads to a block of the IVR (IVR-26). */
export const missingBlock: Check = function* (facts) {
  const { definitions, places } = facts;
  for (const [ivr, definition] of Object.entries(definitions.ivrs)) {
    const known = blocksOf(facts, ivr);
    for (const { block, exit } of danglingExits(ivrGraph(definition))) {
      const at = places.valueAt([...blockPath(ivr, block), ...exit.path]);
      const message = `block '${block}' leads to '${exit.to}' (${exit.on}), which is not a block`;
      yield* unlessKnown(exit.to, known, at, message);
    }
  }
};
