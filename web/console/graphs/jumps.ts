// Jumps of an IVR leave no trace in a call: what leads to one leads on at once. In the picture they
// are tiles, so the way between two others may lead through them.
import type { Answer } from '../../kit/api/operation-types.ts';

type Graph = Pick<Answer<'readGraph'>, 'nodes' | 'edges'>;

/** From one tile to the next as it is drawn: the two, and the jumps between them. */
export function drawnWay({ nodes, edges }: Graph, from: string, to: string): readonly string[] {
  const isJump = new Set(nodes.filter(({ kind }) => kind === 'jump').map(({ id }) => id));
  const open: (readonly string[])[] = [[from]];
  const seen = new Set([from]);
  for (const way of open) {
    for (const edge of edges) {
      if (edge.from !== way.at(-1)) continue;
      if (edge.to === to) return [...way, to];
      if (!isJump.has(edge.to) || seen.has(edge.to)) continue;
      seen.add(edge.to);
      open.push([...way, edge.to]);
    }
  }
  return [from, to];
}

export function drawnPath(graph: Graph, path: readonly string[]): readonly string[] {
  return path.flatMap((to, n) =>
    n === 0 ? [to] : drawnWay(graph, path[n - 1] ?? '', to).slice(1),
  );
}
