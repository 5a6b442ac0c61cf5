import { diagnostic } from '../../language/diagnostic-codes.ts';
import { ivrGraph } from '../ivr/ivr-graph.ts';
import { blockPath, type Check } from './check-facts.ts';

/** An IVR has one beginning (IVR-1). */
export const answerBlock: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, definition] of Object.entries(definitions.ivrs)) {
    const [first, ...others] = ivrGraph(definition).starts;
    if (first === undefined && gaps.isWhole(['ivrs', ivr, 'blocks'])) {
      const at = places.keyAt(['ivrs', ivr, 'blocks']);
      yield diagnostic('answer-block', at, 'no block of kind answer, so no call begins');
    }
    for (const id of others) {
      const message = `the call is answered at '${first}' already`;
      yield diagnostic('answer-block', places.keyAt(blockPath(ivr, id)), message);
    }
  }
};
