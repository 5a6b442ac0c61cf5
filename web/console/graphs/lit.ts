// The path of one record or call through a graph.
import { edgeName } from './counts.ts';

export interface Lit {
  readonly tiles: ReadonlySet<string>;
  /** By `edgeName`. */
  readonly edges: ReadonlySet<string>;
  /** Where it is at the step that is shown. */
  readonly now?: string | undefined;
}

export function litPath(path: readonly string[], now?: string): Lit {
  const edges = path.slice(1).map((to, n) => edgeName(path[n] ?? '', to));
  return { tiles: new Set(path), edges: new Set(edges), now };
}
