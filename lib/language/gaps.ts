// What could not be read in broken files, by its place within the definitions. A check asks here
// before it reports something as missing, unused or defaulted: a broken file must not make others
// look wrong.
import { type PathTree, pathTree } from './path-tree.ts';
import type { Path } from './read-yaml.ts';
import { Id } from './schema/basics.ts';

/** In a place: any key. */
export const ANY = Symbol('any');

export interface Gaps {
  /** Whether everything at the place, around it and in it could be read. */
  readonly isWhole: (place: Path) => boolean;
  /** Whether a name that was not found may belong to an entry that could not be read. */
  readonly mayHold: (place: Path, name: string) => boolean;
}

export function gapsOf(places: readonly Path[]): Gaps {
  const root = pathTree(places);
  return {
    isWhole: (place) => isWhole(root, place),
    mayHold: (place, name) => mayHold(root, place, name),
  };
}

export const NO_GAPS = gapsOf([]);

/** The tree has branches for gaps only: if a place ends on one, something in it is missing. */
function isWhole(at: PathTree, [step, ...rest]: Path): boolean {
  if (at.isEnd || step === undefined) return false;
  if (step === ANY) return [...at.within.values()].every((one) => isWhole(one, rest));
  const next = at.within.get(String(step));
  return next === undefined || isWhole(next, rest);
}

/** An unread entry may have the name itself, or one that is not a valid id and could mean any. */
function mayHold(root: PathTree, place: Path, name: string): boolean {
  let at = root;
  for (const step of place.map(String)) {
    if (at.isEnd) return true;
    const next = at.within.get(step);
    if (next === undefined) return false;
    at = next;
  }
  return (
    at.isEnd || [...at.within.keys()].some((key) => key === name || !Id.safeParse(key).success)
  );
}
