import { diagnostic } from '../../language/diagnostic-codes.ts';
import { type RuleGraph, ruleGraph } from '../rule-graph.ts';
import { type Check, tilePath } from './check-facts.ts';

/** Every tile can be reached from the trigger (CBR-14). */
export const unreachableTile: Check = function* ({ definitions, gaps, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const isKnown = [
      ['rules', rule, 'start'],
      ['rules', rule, 'tiles'],
    ].every(gaps.isWhole);
    if (!isKnown) continue;
    const graph = ruleGraph(definition);
    const reached = reachedFrom(graph, graph.start);
    for (const id of graph.nodes.keys()) {
      if (reached.has(id)) continue;
      const at = places.keyAt(tilePath(rule, id));
      const message = `nothing leads to tile '${id}'`;
      yield diagnostic('unreachable-tile', at, message);
    }
  }
};

function reachedFrom(graph: RuleGraph, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (reached.has(id)) continue;
    reached.add(id);
    open.push(...(graph.nodes.get(id)?.exits ?? []).map(({ to }) => to));
  }
  return reached;
}
