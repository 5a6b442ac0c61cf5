import { reachedFrom } from '../../graph.ts';
import { ruleGraph } from '../../rule-graph.ts';
import { ruleStatuses } from '../../rule-statuses.ts';
import { type Check, possibleStatuses, tilePath } from '../check-facts.ts';

/** Every tile can be reached from the trigger, with a status that can occur (CBR-14). */
export const unreachableTile: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const needed = [
      ['rules', rule, 'start'],
      ['rules', rule, 'tiles'],
    ];
    if (!needed.every(gaps.isWhole)) continue;
    const graph = ruleGraph(definition);
    const { start, nodes } = graph;
    const reached = reachedFrom([start], (id) => nodes.get(id)?.exits.map(({ to }) => to) ?? []);
    const statuses = ruleStatuses(graph, possibleStatuses(facts, rule));
    for (const id of nodes.keys()) {
      const at = places.keyAt(tilePath(rule, id));
      if (!reached.has(id)) yield { at, message: `no path leads to tile '${id}'` };
      else if (statuses.at(id).size === 0) {
        const message = `tile '${id}' can never be reached: the paths to it are for call statuses that cannot occur`;
        yield { at, message };
      }
    }
  }
};
