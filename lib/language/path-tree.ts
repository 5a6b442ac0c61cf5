// Paths as a tree of their steps, so that many are looked up in one walk.
import type { Path } from './read-yaml.ts';

export interface PathTree {
  /** Whether one of the paths ends here. */
  readonly isEnd: boolean;
  readonly within: ReadonlyMap<string, PathTree>;
}

interface Growing {
  isEnd: boolean;
  readonly within: Map<string, Growing>;
}

export function pathTree(paths: readonly Path[]): PathTree {
  const root: Growing = { isEnd: false, within: new Map() };
  for (const path of paths) {
    let at = root;
    for (const step of path.map(String)) {
      const next = at.within.get(step) ?? { isEnd: false, within: new Map() };
      at.within.set(step, next);
      at = next;
    }
    at.isEnd = true;
  }
  return root;
}
