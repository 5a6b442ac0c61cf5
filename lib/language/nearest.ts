// "Did you mean …?": the known name that is closest to a misspelt one.

/**
 * The closest candidate within a third of the word's length in edits, ignoring case and separators;
 * the first of several.
 */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  const typed = plain(word);
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  for (const candidate of candidates) {
    const distance = edits(typed, plain(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
}

/** A remedy that names the nearest candidate, or lists them when none is near. */
export function didYouMean(word: string, candidates: readonly string[]): string | undefined {
  const near = nearest(word, candidates);
  if (near !== undefined) return `Did you mean '${near}'?`;
  if (candidates.length === 0) return undefined;
  return `Use ${listed(candidates)}.`;
}

/** "'a', 'b' or 'c'"; long lists are cut. */
export function listed(names: readonly string[], joint: 'and' | 'or' = 'or'): string {
  const shown = names.slice(0, MOST_LISTED).map((name) => `'${name}'`);
  if (names.length > MOST_LISTED) shown.push('…');
  const last = shown.pop() ?? '';
  return shown.length === 0 ? last : `${shown.join(', ')} ${joint} ${last}`;
}

/** As many as there are kinds of blocks and keys of a channel, and a few more. */
const MOST_LISTED = 30;

const plain = (word: string) => word.toLowerCase().replaceAll(/[-_ ]/g, '');

/** Edit distance in which swapping neighbours is one edit (optimal string alignment). */
function edits(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min(at(last, j) + 1, at(row, j - 1) + 1, at(last, j - 1) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        cost = Math.min(cost, at(beforeLast, j - 2) + 1);
      }
      row.push(cost);
    }
    beforeLast = last;
    last = row;
  }
  return at(last, b.length);
}

const at = (row: readonly number[], index: number) => row[index] ?? Number.POSITIVE_INFINITY;
