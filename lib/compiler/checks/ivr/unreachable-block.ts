import { ivrGraph, reachableBlocks } from '../../ivr/ivr-graph.ts';
import { blockPath, type Check } from '../check-facts.ts';

/** A call can reach every block (IVR-26); an IVR without a start is reported as that alone. */
export const unreachableBlock: Check = function* ({ definitions, gaps, places }) {
  for (const [ivr, definition] of Object.entries(definitions.ivrs)) {
    const graph = ivrGraph(definition);
    if (graph.starts.length === 0 || !gaps.isWhole(['ivrs', ivr, 'blocks'])) continue;
    const reached = reachableBlocks(graph);
    for (const id of graph.nodes.keys()) {
      if (reached.has(id)) continue;
      yield { at: places.keyAt(blockPath(ivr, id)), message: `no path leads to block '${id}'` };
    }
  }
};
