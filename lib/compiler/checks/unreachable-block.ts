import { diagnostic } from '../../language/diagnostic-codes.ts';
import { ivrGraph, reachableBlocks } from '../ivr/ivr-graph.ts';
import { blockPath, type Check } from './check-facts.ts';

/** A call can come to every block (IVR-26); without a beginning there is nothing to say of the others. */
export const unreachableBlock: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, definition] of Object.entries(definitions.ivrs)) {
    const graph = ivrGraph(definition);
    if (graph.starts.length === 0 || !gaps.isWhole(['ivrs', ivr, 'blocks'])) continue;
    const reached = reachableBlocks(graph);
    for (const id of graph.nodes.keys()) {
      if (reached.has(id)) continue;
      const at = places.keyAt(blockPath(ivr, id));
      yield diagnostic('unreachable-block', at, `nothing leads to block '${id}'`);
    }
  }
};
