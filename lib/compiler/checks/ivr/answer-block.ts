import { ivrGraph } from '../../ivr/ivr-graph.ts';
import { blockPath, type Check } from '../check-facts.ts';

/** An IVR has exactly one block that answers (IVR-1). */
export const answerBlock: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, definition] of Object.entries(definitions.ivrs)) {
    const [first, ...others] = ivrGraph(definition).starts;
    const path = ['ivrs', ivr, 'blocks'];
    if (first === undefined && gaps.isWhole(path)) {
      const message = "no block of kind 'answer', so no call can begin";
      yield { at: places.keyAt(path), message };
    }
    for (const id of others) {
      const message = `block '${first}' already answers the call`;
      yield { at: places.keyAt(blockPath(ivr, id)), message };
    }
  }
};
