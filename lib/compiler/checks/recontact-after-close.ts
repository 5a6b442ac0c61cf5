import { diagnostic } from '../../language/diagnostic-codes.ts';
import { exitsAtOnce, type RuleGraph, ruleGraph } from '../rule-graph.ts';
import { type Check, tilePath } from './check-facts.ts';

/** A record that was closed gets no next call: no recontact follows a close-record in the same run. */
export const recontactAfterClose: Check = function* ({ definitions, places }) {
  for (const [rule, definition] of Object.entries(definitions.rules)) {
    const graph = ruleGraph(definition);
    const leading = leadingToRecontact(graph);
    for (const { id, tile } of graph.nodes.values()) {
      if (tile.kind !== 'close-record' || !leading.has(id)) continue;
      const recontact = following(graph, id).find(
        (other) => graph.nodes.get(other)?.tile.kind === 'recontact',
      );
      if (recontact === undefined) continue;
      const message = `tile '${id}' closes the record, and '${recontact}' behind it calls again`;
      yield diagnostic('recontact-after-close', places.keyAt(tilePath(rule, id)), message);
    }
  }
};

/** Tiles that a recontact may follow: walked backwards, once. */
function leadingToRecontact(graph: RuleGraph): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  const open: string[] = [];
  for (const node of graph.nodes.values()) {
    if (node.tile.kind === 'recontact') open.push(node.id);
    for (const { to } of exitsAtOnce(node)) {
      const from = before.get(to);
      if (from) from.push(node.id);
      else before.set(to, [node.id]);
    }
  }
  const leading = new Set<string>();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const from of before.get(id) ?? []) {
      if (leading.has(from)) continue;
      leading.add(from);
      open.push(from);
    }
  }
  return leading;
}

/** Tiles that may follow within the same run. */
function following(graph: RuleGraph, from: string): readonly string[] {
  const seen = new Set<string>();
  const open = [from];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const node = graph.nodes.get(id);
    const next = (node ? exitsAtOnce(node) : []).map(({ to }) => to);
    for (const to of next.filter((tile) => !seen.has(tile))) {
      seen.add(to);
      open.push(to);
    }
  }
  return [...seen];
}
