// How many went which way, as the picture and the list show it.
import type { Answer } from '../../kit/api/operation-types.ts';

export interface Counts {
  readonly tiles: ReadonlyMap<string, number>;
  /** By `edgeName`. */
  readonly edges: ReadonlyMap<string, number>;
  /** The most that came to one tile. */
  readonly most: number;
}

export const NO_COUNTS: Counts = { tiles: new Map(), edges: new Map(), most: 0 };

export const edgeName = (from: string, to: string): string => `${from} ${to}`;

type Of = Pick<Answer<'readGraphCounts'>['items'][number], 'tiles' | 'ways'>;

export function countsOf({ tiles, ways }: Of): Counts {
  return {
    tiles: new Map(Object.entries(tiles)),
    edges: new Map(ways.map(({ from, to, count }) => [edgeName(from, to), count])),
    most: Math.max(0, ...Object.values(tiles)),
  };
}
