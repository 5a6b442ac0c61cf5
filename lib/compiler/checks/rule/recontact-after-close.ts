import { reachedFrom, reversed } from '../../graph.ts';
import { exitsAtOnce, type RuleGraph, ruleGraph } from '../../rule-graph.ts';
import { type Check, tilePath } from '../check-facts.ts';

/** A closed record gets no further call: no recontact follows a close-record in the same run. */
export const recontactAfterClose: Check = function* ({ definitions, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const graph = ruleGraph(definition);
    const leading = leadingToRecontact(graph);
    for (const { id, tile } of graph.nodes.values()) {
      if (tile.kind !== 'close-record' || !leading.has(id)) continue;
      const recontact = [...reachedFrom([id], following(graph))].find((other) =>
        isRecontact(graph, other),
      );
      const message = `tile '${id}' closes the record, but '${recontact}' after it schedules a call`;
      yield { at: places.keyAt(tilePath(rule, id)), message };
    }
  }
};

const following = (graph: RuleGraph) => (id: string) => {
  const node = graph.nodes.get(id);
  return (node ? exitsAtOnce(node) : []).map(({ to }) => to);
};

const isRecontact = (graph: RuleGraph, id: string) =>
  graph.nodes.get(id)?.tile.kind === 'recontact';

/**
 * Tiles that a recontact may follow: walked backwards once, as there may be many tiles that close.
 */
function leadingToRecontact(graph: RuleGraph): ReadonlySet<string> {
  const ids = [...graph.nodes.keys()];
  const recontacts = ids.filter((id) => isRecontact(graph, id));
  return reachedFrom(recontacts, reversed(ids, following(graph)));
}
