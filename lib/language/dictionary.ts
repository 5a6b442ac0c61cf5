// Objects as dictionaries. Every plain object inherits members such as `constructor` and
// `__proto__`, so that looking up a name from outside finds things nobody wrote. What authors wrote
// is therefore kept in objects that inherit nothing, and tables of our own are asked by `own`.

/** The entry under a key that may be any text; undefined if the table has none of its own. */
export function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** A copy of plain data in which no object, at any depth, inherits anything. */
export function withoutPrototypes<T>(value: T): T {
  return copyOf(value) as T;
}

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  const copy = Object.create(null) as Record<string, unknown>;
  for (const [key, item] of Object.entries(value)) copy[key] = copyOf(item);
  return copy;
}
