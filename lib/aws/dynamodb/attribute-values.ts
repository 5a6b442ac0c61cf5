// Plain values as DynamoDB's JSON writes them, each with its type, and back. Like the SDK's own
// marshall and unmarshall, which a test compares it with, for the values we store; but bytes are
// base 64 here already, so what comes out is JSON, and reading makes no copies.
import type { Item } from './items.ts';

/** A value with its type: `{ S: 'text' }`. */
type Attribute = Readonly<Record<string, unknown>>;
export type TypedItem = Readonly<Record<string, Attribute>>;

/** What is undefined is left out. */
export function typedItem(item: object): TypedItem {
  const attributes: Record<string, Attribute> = {};
  for (const [name, value] of Object.entries(item))
    if (value !== undefined) define(attributes, name, attributeOf(value));
  return attributes;
}

function attributeOf(value: unknown): Attribute {
  switch (typeof value) {
    case 'string':
      return { S: value };
    case 'number':
      return { N: numberText(value) };
    case 'boolean':
      return { BOOL: value };
    case 'object':
      return value === null ? { NULL: true } : attributeOfObject(value);
    default:
      throw new TypeError(`a ${typeof value} cannot be stored`);
  }
}

function attributeOfObject(value: object): Attribute {
  if (Array.isArray(value))
    return { L: value.filter((one) => one !== undefined).map((one) => attributeOf(one)) };
  if (value instanceof Uint8Array) return { B: base64(value) };
  if (value instanceof Set) return attributeOfSet([...value]);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== Object.prototype && prototype !== null)
    throw new TypeError(`a ${value.constructor.name} cannot be stored`);
  return { M: typedItem(value) };
}

/** A set has one type and is not empty. */
function attributeOfSet(members: readonly unknown[]): Attribute {
  if (members.length > 0 && members.every((one) => typeof one === 'string')) return { SS: members };
  if (members.length > 0 && members.every((one) => typeof one === 'number'))
    return { NS: members.map(numberText) };
  throw new TypeError('a set that is stored has texts or numbers');
}

function numberText(value: number): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`the number ${value} cannot be stored`);
  return String(value);
}

const base64 = ({ buffer, byteOffset, byteLength }: Uint8Array): string =>
  Buffer.from(buffer, byteOffset, byteLength).toString('base64');

/** The item in place of its attributes: they are what `JSON.parse` has just made. */
export function itemOf(attributes: TypedItem): Item {
  return valuesIn(attributes as Record<string, unknown>) as Item;
}

function valuesIn(map: Record<string, unknown>): Record<string, unknown> {
  for (const name of Object.keys(map)) define(map, name, plainOf(map[name] as Attribute));
  return map;
}

function plainOf(attribute: Attribute): unknown {
  for (const type in attribute) {
    const content = attribute[type];
    switch (type) {
      case 'S':
      case 'BOOL':
        return content;
      case 'N':
        return numberOf(content as string);
      case 'M':
        return valuesIn(content as Record<string, unknown>);
      case 'L':
        return (content as Attribute[]).map(plainOf);
      case 'NULL':
        return null;
      case 'B':
        return new Uint8Array(Buffer.from(content as string, 'base64'));
      case 'SS':
        return new Set(content as string[]);
      case 'NS':
        return new Set((content as string[]).map(numberOf));
      default:
        throw new TypeError(`an attribute of type '${type}'`);
    }
  }
  throw new TypeError('an attribute without a type');
}

/** We write no larger numbers. */
function numberOf(text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER)
    throw new RangeError(`the number ${text} cannot be read`);
  return value;
}

/** Columns of a list may have any name. */
function define(map: Record<string, unknown>, name: string, value: unknown): void {
  if (name === '__proto__')
    Object.defineProperty(map, name, {
      value,
      enumerable: true,
      writable: true,
      configurable: true,
    });
  else map[name] = value;
}
