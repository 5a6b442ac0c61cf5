// What an update makes of an item. Values are taken from the item as it was before.
import type { AttributePath, Term, Update } from './expressions.ts';
import type { Filled } from './filled.ts';
import { contentOfValue, invalid, type StoredItem, sum, typeOf, type Value } from './values.ts';

export function updated(
  before: StoredItem,
  { set, remove, add, ...rest }: Update,
  filled: Filled,
): StoredItem {
  const assigned = set.map(({ path, to }) => ({
    path: filled.path(path),
    to: termOf(before, to, filled),
  }));
  const removed = remove.map((path) => filled.path(path)).toSorted(laterFirst);
  const added = add.map(({ path, value }) => ({
    path: filled.path(path),
    to: addition(filled.at(before, path), filled.value(value)),
  }));
  const less = rest.delete.map(({ path, value }) => ({
    path: filled.path(path),
    to: difference(filled.at(before, path), filled.value(value)),
  }));
  let item: Value = { M: before };
  for (const { path, to } of [...assigned, ...added, ...less])
    if (to !== undefined) item = replaced(item, path, to);
    else if (filled.at(before, path) !== undefined) item = replaced(item, path, undefined);
  for (const path of removed) item = replaced(item, path, undefined);
  return item.M as StoredItem;
}

/** The paths an update changes, names filled in; two of them must not overlap. */
export function changedPaths(update: Update, filled: Filled): readonly AttributePath[] {
  const paths = [
    ...[...update.set, ...update.add, ...update.delete].map(({ path }) => path),
    ...update.remove,
  ].map((path) => filled.path(path));
  paths.forEach((path, n) => {
    for (const other of paths.slice(n + 1))
      if (overlap(path, other)) throw overlapping(path, other);
  });
  return paths;
}

const overlap = (a: AttributePath, b: AttributePath): boolean =>
  a.slice(0, b.length).every((step, n) => step === b[n]);

const overlapping = (a: AttributePath, b: AttributePath): Error =>
  invalid(
    'Invalid UpdateExpression: Two document paths overlap with each other; must remove or rewrite ' +
      `one of these paths; path one: [${a.join(', ')}], path two: [${b.join(', ')}]`,
  );

/** Of places in one list the last goes first, so the others stay where they are. */
const laterFirst = (a: AttributePath, b: AttributePath): number =>
  Number(b.at(-1)) - Number(a.at(-1)) || 0;

function termOf(item: StoredItem, term: Term, filled: Filled): Value {
  switch (term.kind) {
    case 'value':
      return filled.value(term.name);
    case 'if-not-exists':
      return filled.at(item, term.path) ?? termOf(item, term.otherwise, filled);
    case 'append': {
      const [first, then] = [termOf(item, term.first, filled), termOf(item, term.then, filled)];
      if (typeOf(first) !== 'L' || typeOf(then) !== 'L') throw wrongType('list_append');
      return { L: [...(first.L as readonly Value[]), ...(then.L as readonly Value[])] };
    }
    case 'sum': {
      const [left, right] = [termOf(item, term.left, filled), termOf(item, term.right, filled)];
      if (typeOf(left) !== 'N' || typeOf(right) !== 'N') throw wrongType(term.sign > 0 ? '+' : '-');
      return { N: sum(String(left.N), String(right.N), term.sign) };
    }
    default: {
      const value = filled.at(item, term.path);
      if (value === undefined)
        throw invalid(
          'The provided expression refers to an attribute that does not exist in the item',
        );
      return value;
    }
  }
}

const wrongType = (operator: string): Error =>
  invalid(
    `An operand in the update expression has an incorrect data type: operator or function: ${operator}`,
  );

/** ADD: numbers are summed up, sets united. */
function addition(before: Value | undefined, more: Value): Value {
  const type = typeOf(more);
  if (!['N', 'SS', 'NS', 'BS'].includes(type)) throw wrongType('ADD');
  if (before === undefined) return more;
  if (typeOf(before) !== type) throw wrongType('ADD');
  if (type === 'N') return { N: sum(String(before.N), String(more.N), 1) };
  return { [type]: [...new Set([...members(before), ...members(more)])] };
}

/** DELETE: members of a set; without members there is no attribute. */
function difference(before: Value | undefined, less: Value): Value | undefined {
  const type = typeOf(less);
  if (!['SS', 'NS', 'BS'].includes(type)) throw wrongType('DELETE');
  if (before === undefined) return undefined;
  if (typeOf(before) !== type) throw wrongType('DELETE');
  const gone = new Set(members(less));
  const left = members(before).filter((one) => !gone.has(one));
  return left.length === 0 ? undefined : { [type]: left };
}

const members = (set: Value): readonly string[] => contentOfValue(set) as readonly string[];

/** A copy with another value, or none, at the path. */
function replaced(value: Value, [step, ...rest]: AttributePath, to: Value | undefined): Value {
  if (typeof step === 'string' && value.M !== undefined) {
    const map = value.M as StoredItem;
    const next = rest.length === 0 ? to : replaced(map[step] ?? NOTHING, rest, to);
    if (next !== undefined) return { M: { ...map, [step]: next } };
    const { [step]: _, ...left } = map;
    return { M: left };
  }
  if (typeof step === 'number' && value.L !== undefined) {
    const list = [...(value.L as readonly Value[])];
    const next = rest.length === 0 ? to : replaced(list[step] ?? NOTHING, rest, to);
    if (next === undefined) list.splice(step, 1);
    else if (step < list.length) list[step] = next;
    else list.push(next);
    return { L: list };
  }
  throw invalid('The document path provided in the update expression is invalid for update');
}

const NOTHING: Value = {};
