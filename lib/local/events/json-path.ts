// The JSONPath subset of rules and pipes. Filters and wildcards are refused by name.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { isList, isObject, type Json, own } from '../json.ts';

/**
 * Paths as rules and pipes use them: `$`, `$.a.b-c`, `$.a[0]`, `$.a['b c']`. No filters, no
 * wildcards.
 */
export type JsonPath = readonly (string | number)[];

const STEP = /\.([\w-]+)|\[(\d+)\]|\['([^']*)'\]/y;

export function parsePath(text: string): JsonPath {
  if (!text.startsWith('$')) throw new NotEmulated(`path '${text}' that does not start with $`);
  const path: (string | number)[] = [];
  STEP.lastIndex = 1;
  while (STEP.lastIndex < text.length) {
    const match = STEP.exec(text);
    if (!match) throw new NotEmulated(`path '${text}'`);
    const [, name, index, quoted] = match;
    path.push(index === undefined ? (name ?? quoted ?? '') : Number(index));
  }
  return path;
}

/** Undefined when the path leads nowhere. */
export function valueAtPath(path: JsonPath, value: Json | undefined): Json | undefined {
  let found = value;
  for (const step of path) {
    if (typeof step === 'number') found = isList(found) ? found[step] : undefined;
    else found = isObject(found) ? own(found, step) : undefined;
  }
  return found;
}
