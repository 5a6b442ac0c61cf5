import { diagnostic } from '../../language/diagnostic-codes.ts';
import { exitsAtOnce, type RuleGraph, ruleGraph } from '../rule-graph.ts';
import { type Check, tilePath } from './check-facts.ts';

/** No way round in a circle within one run: every circle passes a recontact, which waits for a call (CBR-14). */
export const loopWithoutCall: Check = function* ({ definitions, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    for (const loop of loops(ruleGraph(definition))) {
      const [first = ''] = loop;
      const round = [...loop, first].map((id) => `'${id}'`).join(' → ');
      const at = places.keyAt(tilePath(rule, first));
      const message = `tiles go round without a call in between: ${round}`;
      yield diagnostic('loop-without-call', at, message);
    }
  }
};

/** One circle for every exit that leads back to a tile still on the way (depth-first search). */
function loops(graph: RuleGraph): readonly (readonly string[])[] {
  const found: string[][] = [];
  const finished = new Set<string>();
  const visit = (id: string, way: readonly string[]): void => {
    const node = graph.nodes.get(id);
    if (!node || finished.has(id)) return;
    const before = way.indexOf(id);
    if (before >= 0) {
      found.push(way.slice(before));
      return;
    }
    for (const { to } of exitsAtOnce(node)) visit(to, [...way, id]);
    finished.add(id);
  };
  for (const id of graph.nodes.keys()) visit(id, []);
  return found;
}
