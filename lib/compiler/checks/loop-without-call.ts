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

/** One circle for every exit that leads back to a tile still on the way (depth-first search, on a stack of its own). */
function loops(graph: RuleGraph): readonly (readonly string[])[] {
  const found: string[][] = [];
  const finished = new Set<string>();
  for (const start of graph.nodes.keys()) {
    const way: { readonly id: string; readonly next: string[] }[] = [];
    const place = new Map<string, number>();
    const enter = (id: string): void => {
      const node = graph.nodes.get(id);
      if (!node || finished.has(id)) return;
      const before = place.get(id);
      if (before !== undefined) {
        found.push(way.slice(before).map((one) => one.id));
        return;
      }
      place.set(id, way.length);
      way.push({ id, next: exitsAtOnce(node).map(({ to }) => to) });
    };
    enter(start);
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const to = last.next.shift();
      if (to !== undefined) enter(to);
      else {
        finished.add(last.id);
        place.delete(last.id);
        way.pop();
      }
    }
  }
  return found;
}
