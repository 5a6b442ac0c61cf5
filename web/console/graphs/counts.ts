// How many went which way, as the picture and the list show it.
export interface Counts {
  readonly tiles: ReadonlyMap<string, number>;
  /** By `edgeName`. */
  readonly edges: ReadonlyMap<string, number>;
  /** The most that went along one line. */
  readonly most: number;
}

export const NO_COUNTS: Counts = { tiles: new Map(), edges: new Map(), most: 0 };

export const edgeName = (from: string, to: string): string => `${from} ${to}`;
