import { reachedFrom } from '../../graph.ts';
import { ruleGraph } from '../../rule-graph.ts';
import { type Check, tilePath } from '../check-facts.ts';

/** Every tile can be reached from the trigger (CBR-14). */
export const unreachableTile: Check = function* ({ definitions, gaps, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const needed = [
      ['rules', rule, 'start'],
      ['rules', rule, 'tiles'],
    ];
    if (!needed.every(gaps.isWhole)) continue;
    const { start, nodes } = ruleGraph(definition);
    const reached = reachedFrom([start], (id) => nodes.get(id)?.exits.map(({ to }) => to) ?? []);
    for (const id of nodes.keys()) {
      if (reached.has(id)) continue;
      yield { at: places.keyAt(tilePath(rule, id)), message: `no path leads to tile '${id}'` };
    }
  }
};
