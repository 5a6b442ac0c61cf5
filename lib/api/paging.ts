// Cursors: where the page before ended, as a text that callers hand back as they got it.
import { problem } from './problems.ts';

export const cursorOf = (position: unknown): string =>
  Buffer.from(JSON.stringify(position)).toString('base64url');

/** undefined: no cursor of ours. */
export function positionOf(cursor: string): unknown {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return undefined;
  }
}

/** A page of a list that is known as a whole. @param after the key the page before ended with */
export function pageOf<T>(
  all: readonly T[],
  keyOf: (item: T) => string,
  { limit, cursor }: { readonly limit: number; readonly cursor?: string | undefined },
): { readonly items: readonly T[]; readonly next?: string } | undefined {
  const after = cursor === undefined ? undefined : positionOf(cursor);
  const from = after === undefined ? 0 : all.findIndex((item) => keyOf(item) === after) + 1;
  if (cursor !== undefined && from === 0) return undefined;
  const items = all.slice(from, from + limit);
  const last = items.at(-1);
  if (last === undefined || from + limit >= all.length) return { items };
  return { items, next: cursorOf(keyOf(last)) };
}

export const unknownCursor = () =>
  problem('invalid-input', undefined, [
    { pointer: 'query/cursor', detail: 'no cursor of this list; begin with the first page' },
  ]);
