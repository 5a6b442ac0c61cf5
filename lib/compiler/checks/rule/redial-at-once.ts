import { listed } from '../../../language/nearest.ts';
import type { CallStatus } from '../../../language/schema/rule.ts';
import { ruleGraph } from '../../rule-graph.ts';
import { ruleStatuses } from '../../rule-statuses.ts';
import { type Check, possibleStatuses, tilePath } from '../check-facts.ts';

/** After these a person is called again after a pause; an abandoned call may be made up for. */
const NOT_REACHED: readonly CallStatus[] = ['not-answered', 'busy', 'error'];

/** A recontact waits when the person could not be reached (CBR-7). */
export const redialAtOnce: Check = function* (facts) {
  const { definitions, gaps, places } = facts;
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    if (!gaps.isWhole(['rules', rule])) continue;
    const graph = ruleGraph(definition);
    const statuses = ruleStatuses(graph, possibleStatuses(facts, rule));
    for (const { id, tile } of graph.nodes.values()) {
      if (tile.kind !== 'recontact' || tile.after > 0) continue;
      const found = statuses.at(id);
      const missed = NOT_REACHED.filter((status) => found.has(status));
      const after = missed.length === 0 && found.has('voicemail') ? ['voicemail'] : missed;
      if (after.length === 0) continue;
      const at = places.valueAt([...tilePath(rule, id), 'after']);
      yield { at, message: `tile '${id}' calls again at once after ${listed(after)}` };
    }
  }
};
