// How many went which way, as the picture and the list show it.
import type { Answer } from '../../kit/api/operation-types.ts';
import { drawnWay } from './jumps.ts';

export interface Counts {
  readonly tiles: ReadonlyMap<string, number>;
  /** By `edgeName`. */
  readonly edges: ReadonlyMap<string, number>;
  /** The most that came to one tile. */
  readonly most: number;
}

export const NO_COUNTS: Counts = { tiles: new Map(), edges: new Map(), most: 0 };

export const edgeName = (from: string, to: string): string => `${from} ${to}`;

type Graph = Parameters<typeof drawnWay>[0];
type Of = Pick<Answer<'readGraphCounts'>['items'][number], 'tiles' | 'ways'>;

export function countsOf(graph: Graph, { tiles, ways }: Of): Counts {
  const all = new Map(Object.entries(tiles));
  const edges = new Map<string, number>();
  const add = (to: Map<string, number>, name: string, by: number) =>
    to.set(name, (to.get(name) ?? 0) + by);
  for (const { from, to, count } of ways) {
    const drawn = drawnWay(graph, from, to);
    for (const jump of drawn.slice(1, -1)) add(all, jump, count);
    for (const [n, tile] of drawn.slice(1).entries())
      add(edges, edgeName(drawn[n] ?? '', tile), count);
  }
  return { tiles: all, edges, most: Math.max(0, ...all.values()) };
}
