// Whether a condition holds for an item.
import type { Comparator, ConditionTree, Operand } from './expressions.ts';
import type { Filled } from './filled.ts';
import {
  bytes,
  compareValues,
  contentOfValue,
  equal,
  invalid,
  type StoredItem,
  typeOf,
  type Value,
} from './values.ts';

export function holdsFor(
  item: StoredItem | undefined,
  condition: ConditionTree,
  filled: Filled,
): boolean {
  const operand = (one: Operand) => valueOfOperand(item, one, filled);
  switch (condition.kind) {
    case 'and':
      return condition.parts.every((part) => holdsFor(item, part, filled));
    case 'or':
      return condition.parts.some((part) => holdsFor(item, part, filled));
    case 'not':
      return !holdsFor(item, condition.part, filled);
    case 'exists':
      return filled.at(item, condition.path) !== undefined;
    case 'not-exists':
      return filled.at(item, condition.path) === undefined;
    case 'compare':
      return compares(operand(condition.left), condition.by, operand(condition.right));
    case 'between': {
      const of = operand(condition.of);
      return (
        compares(of, '>=', operand(condition.low)) && compares(of, '<=', operand(condition.high))
      );
    }
    case 'in': {
      const of = operand(condition.of);
      return condition.among.some((one) => compares(of, '=', operand(one)));
    }
    case 'begins':
      return begins(operand(condition.of), operand(condition.what));
    case 'contains':
      return contains(operand(condition.of), operand(condition.what));
    case 'type':
      return typeOf(operand(condition.of) ?? {}) === contentOfValue(operand(condition.what) ?? {});
  }
}

function valueOfOperand(
  item: StoredItem | undefined,
  operand: Operand,
  filled: Filled,
): Value | undefined {
  if (operand.kind === 'value') return filled.value(operand.name);
  const value = filled.at(item, operand.path);
  if (operand.kind === 'path' || value === undefined) return value;
  const length = lengthOf(value);
  return length === undefined ? undefined : { N: String(length) };
}

function compares(left: Value | undefined, by: Comparator, right: Value | undefined): boolean {
  if (left === undefined || right === undefined) return by === '<>' && left !== right;
  if (by === '=') return equal(left, right);
  if (by === '<>') return !equal(left, right);
  const order = compareValues(left, right);
  if (order === undefined) return false;
  if (by === '<') return order < 0;
  if (by === '<=') return order <= 0;
  return by === '>' ? order > 0 : order >= 0;
}

function begins(of: Value | undefined, prefix: Value | undefined): boolean {
  const type = typeOf(prefix ?? {});
  if (type !== 'S' && type !== 'B')
    throw invalid(
      `Invalid expression: Incorrect operand type for operator or function; operator or function: begins_with, operand type: ${type}`,
    );
  if (typeOf(of ?? {}) !== type) return false;
  if (type === 'S') return String(of?.S).startsWith(String(prefix?.S));
  const [all, start] = [bytes(of?.B), bytes(prefix?.B)];
  return all.subarray(0, start.length).equals(start);
}

function contains(of: Value | undefined, what: Value | undefined): boolean {
  if (of === undefined || what === undefined) return false;
  const type = typeOf(of);
  const wanted = contentOfValue(what);
  if (type === 'S') return typeOf(what) === 'S' && String(of.S).includes(String(wanted));
  if (type === 'B') return typeOf(what) === 'B' && bytes(of.B).includes(bytes(wanted));
  if (type === 'L') return (of.L as readonly Value[]).some((one) => equal(one, what));
  const isSet = type === `${typeOf(what)}S`;
  return isSet && (contentOfValue(of) as readonly unknown[]).includes(wanted);
}

/** Numbers, booleans and null have none. */
function lengthOf(value: Value): number | undefined {
  const type = typeOf(value);
  const content = contentOfValue(value);
  if (type === 'S') return Buffer.byteLength(String(content));
  if (type === 'B') return bytes(content).length;
  if (type === 'M' || type === 'L' || type.endsWith('S'))
    return Object.keys(content as object).length;
  return undefined;
}
