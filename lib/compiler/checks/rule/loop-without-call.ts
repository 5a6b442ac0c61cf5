import { exitsAtOnce, type RuleGraph, ruleGraph } from '../../rule-graph.ts';
import { type Check, tilePath } from '../check-facts.ts';

/**
 * Every loop passes a recontact, which waits for a call, so that one run comes to an end (CBR-14).
 */
export const loopWithoutCall: Check = function* ({ definitions, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    for (const loop of loops(ruleGraph(definition))) {
      const [first = ''] = loop;
      const round = [...loop, first].map((id) => `'${id}'`).join(' → ');
      const at = places.keyAt(tilePath(rule, first));
      yield { at, message: `a loop without a call in it: ${round}` };
    }
  }
};

/**
 * One loop for every exit that leads back to a tile on the current path (depth-first, own stack).
 */
function loops(graph: RuleGraph): readonly (readonly string[])[] {
  const found: string[][] = [];
  const finished = new Set<string>();
  for (const start of graph.nodes.keys()) {
    const path: { readonly id: string; readonly next: string[] }[] = [];
    const place = new Map<string, number>();
    const enter = (id: string): void => {
      const node = graph.nodes.get(id);
      if (!node || finished.has(id)) return;
      const before = place.get(id);
      if (before !== undefined) {
        found.push(path.slice(before).map((one) => one.id));
        return;
      }
      place.set(id, path.length);
      path.push({ id, next: exitsAtOnce(node).map(({ to }) => to) });
    };
    enter(start);
    for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
      const to = last.next.shift();
      if (to !== undefined) enter(to);
      else {
        finished.add(last.id);
        place.delete(last.id);
        path.pop();
      }
    }
  }
  return found;
}
