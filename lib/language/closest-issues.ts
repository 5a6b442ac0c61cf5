// Which issues of a value that fits none of several shapes are worth telling.
import type { z } from 'zod';

interface Issue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Of several shapes allowed, the one that was probably meant has the fewest issues. */
export function closestIssues(issue: z.core.$ZodIssue): readonly Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const [meant] = issue.errors.toSorted((a, b) => a.length - b.length);
  if (meant === undefined || meant.length === 0) return [issue];
  return meant
    .flatMap(closestIssues)
    .map(({ path, message }) => ({ path: [...issue.path, ...path], message }));
}
