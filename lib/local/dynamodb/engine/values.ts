// Attribute values in DynamoDB's JSON: what they are, how large, how they compare. Values that are
// stored are never changed, only replaced, so they may be handed out as they are.
import { AwsError } from '../../errors.ts';

/** One attribute, e.g. { S: 'ann' }. */
export type Value = { readonly [type: string]: unknown };
export type StoredItem = { readonly [name: string]: Value };

export const invalid = (message: string): AwsError => new AwsError('ValidationException', message);

export function typeOf(value: Value): string {
  for (const type in value) return type;
  return '';
}

export const contentOfValue = (value: Value): unknown => value[typeOf(value)];

const TYPES: ReadonlySet<string> = new Set([
  ...['S', 'N', 'B', 'BOOL', 'NULL', 'M', 'L', 'SS', 'NS', 'BS'],
]);
const MOST_DIGITS = 38;

/**
 * The attributes as they are stored: numbers in their shortest form. Refuses what is none. What a
 * request brings is nobody else's: it is changed where it has to be, and kept.
 */
export function checkedItem(input: unknown): StoredItem {
  if (typeof input !== 'object' || input === null || Array.isArray(input))
    throw invalid('attributes are an object');
  const item = input as Record<string, unknown>;
  for (const name in item) {
    const value = checkedValue(item[name]);
    if (value !== item[name]) item[name] = value;
  }
  return item as StoredItem;
}

function checkedValue(input: unknown): Value {
  const type = onlyType(input);
  if (!TYPES.has(type))
    throw invalid(
      'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
    );
  const content: unknown = (input as Value)[type];
  switch (type) {
    case 'N':
      return asNumber(input as Value, content);
    case 'M':
      checkedItem(content);
      return input as Value;
    case 'L':
      checkList(list(content));
      return input as Value;
    case 'NS':
      return { NS: distinct(list(content).map((one) => shortest(String(one)))) };
    case 'SS':
    case 'BS':
      return { [type]: distinct(list(content).map(String)) };
    default:
      return input as Value;
  }
}

/** Empty unless there is exactly one. */
function onlyType(input: unknown): string {
  if (typeof input !== 'object' || input === null) return '';
  let only = '';
  for (const type in input) {
    if (only !== '') return '';
    only = type;
  }
  return only;
}

function asNumber(input: Value, content: unknown): Value {
  const text = shortest(String(content));
  return text === content ? input : { N: text };
}

function checkList(values: unknown[]): void {
  for (let n = 0; n < values.length; n++) values[n] = checkedValue(values[n]);
}

function list(content: unknown): unknown[] {
  if (!Array.isArray(content)) throw invalid('a list or a set is an array');
  return content;
}

function distinct(members: readonly string[]): readonly string[] {
  if (members.length === 0)
    throw invalid('One or more parameter values were invalid: An string set  may not be empty');
  if (new Set(members).size < members.length)
    throw invalid(
      'One or more parameter values were invalid: Input collection contains duplicates',
    );
  return members;
}

/** A decimal number: digits times a power of ten. */
interface Decimal {
  readonly digits: bigint;
  readonly exponent: number;
}

const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;

function decimal(text: string): Decimal {
  const [, sign = '', whole = '', fraction = '', power = '0'] = NUMBER.exec(text) ?? [];
  if (whole === '' && fraction === '')
    throw invalid('The parameter cannot be converted to a numeric value: '.concat(text));
  return {
    digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`),
    exponent: Number(power) - fraction.length,
  };
}

/** Whole numbers of usual size stay as they came. */
function shortest(text: string): string {
  if (/^-?[1-9]\d{0,15}$|^0$/.test(text)) return text;
  return textOf(decimal(text));
}

function textOf({ digits, exponent }: Decimal): string {
  if (digits === 0n) return '0';
  const sign = digits < 0n ? '-' : '';
  const all = String(digits < 0n ? -digits : digits);
  const plain = all.replace(/0+$/, '');
  if (plain.length > MOST_DIGITS)
    throw invalid('Attempting to store more than 38 significant digits in a Number');
  const power = exponent + all.length - plain.length;
  if (plain.length + power > 126)
    throw invalid(
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    );
  if (power >= 0) return `${sign}${plain}${'0'.repeat(power)}`;
  const point = plain.length + power;
  if (point > 0) return `${sign}${plain.slice(0, point)}.${plain.slice(point)}`;
  return `${sign}0.${'0'.repeat(-point)}${plain}`;
}

/** a + b, or a - b, without the rounding of floating point. */
export function sum(a: string, b: string, sign: 1 | -1): string {
  const [left, right] = [Number(a), sign * Number(b)];
  const quick = left + right;
  if (Number.isSafeInteger(left) && Number.isSafeInteger(right) && Number.isSafeInteger(quick))
    return String(quick);
  const [one, other] = [decimal(a), decimal(b)];
  const exponent = Math.min(one.exponent, other.exponent);
  const scaled = (n: Decimal) => n.digits * 10n ** BigInt(n.exponent - exponent);
  return textOf({ digits: scaled(one) + BigInt(sign) * scaled(other), exponent });
}

/** Negative, zero or positive; undefined for types that have no order or are not the same. */
export function compareValues(a: Value, b: Value): number | undefined {
  const type = typeOf(a);
  if (type !== typeOf(b)) return undefined;
  if (type === 'N') return compareNumbers(String(a.N), String(b.N));
  if (type === 'S') return compareTexts(String(a.S), String(b.S));
  if (type === 'B') return Buffer.compare(bytes(a.B), bytes(b.B));
  return undefined;
}

function compareNumbers(a: string, b: string): number {
  const difference = Number(a) - Number(b);
  if (difference !== 0) return difference;
  return a === b ? 0 : Number(sum(a, b, -1));
}

const HIGH = 0xd8_00;

/** By their UTF-8 bytes: surrogate pairs come after everything else. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  const length = Math.min(a.length, b.length);
  for (let n = 0; n < length; n++) {
    const [left, right] = [a.charCodeAt(n), b.charCodeAt(n)];
    if (left === right) continue;
    if (left < HIGH || right < HIGH) return left - right;
    return Buffer.compare(Buffer.from(a), Buffer.from(b));
  }
  return a.length - b.length;
}

export const bytes = (base64: unknown): Buffer => Buffer.from(String(base64), 'base64');

export function equal(a: Value, b: Value): boolean {
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  const [left, right] = [a[type], b[type]];
  switch (type) {
    case 'M':
      return equalItems(left as StoredItem, right as StoredItem);
    case 'L':
      return equalLists(left as readonly Value[], right as readonly Value[]);
    case 'SS':
    case 'NS':
    case 'BS':
      return equalSets(left as readonly string[], right as readonly string[]);
    default:
      return left === right;
  }
}

export function equalItems(a: StoredItem, b: StoredItem): boolean {
  if (a === b) return true;
  const names = Object.keys(a);
  if (names.length !== Object.keys(b).length) return false;
  return names.every((name) => {
    const [one, other] = [a[name], b[name]];
    return one !== undefined && other !== undefined && (one === other || equal(one, other));
  });
}

function equalLists(a: readonly Value[], b: readonly Value[]): boolean {
  return a.length === b.length && a.every((one, n) => equal(one, b[n] ?? {}));
}

function equalSets(a: readonly string[], b: readonly string[]): boolean {
  const other = new Set(b);
  return a.length === b.length && a.every((one) => other.has(one));
}

const sizes = new WeakMap<StoredItem, number>();

/**
 * Bytes as DynamoDB counts them. Source: Developer Guide, "DynamoDB item sizes and formats".
 */
export function itemSize(item: StoredItem): number {
  const known = sizes.get(item);
  if (known !== undefined) return known;
  let size = 0;
  for (const name of Object.keys(item))
    size += Buffer.byteLength(name) + valueSize(item[name] ?? {});
  sizes.set(item, size);
  return size;
}

export function valueSize(value: Value): number {
  const type = typeOf(value);
  const content = value[type];
  switch (type) {
    case 'S':
      return Buffer.byteLength(String(content));
    case 'N':
      return numberSize(String(content));
    case 'B':
      return bytes(content).length;
    case 'M':
      return mapSize(content as StoredItem);
    case 'L':
      return (content as readonly Value[]).reduce((all, one) => all + 1 + valueSize(one), 3);
    case 'SS':
      return total(content, (one) => Buffer.byteLength(one));
    case 'NS':
      return total(content, numberSize);
    case 'BS':
      return total(content, (one) => bytes(one).length);
    default:
      return 1;
  }
}

function mapSize(map: StoredItem): number {
  let size = 3;
  for (const name of Object.keys(map))
    size += 1 + Buffer.byteLength(name) + valueSize(map[name] ?? {});
  return size;
}

/** A byte for two digits, without zeros at either end, and one or two more. */
function numberSize(text: string): number {
  const digits = text
    .replace(/^-/, '')
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length;
  return Math.ceil(digits / 2) + 1 + (text.startsWith('-') ? 1 : 0);
}

const total = (members: unknown, size: (member: string) => number): number =>
  (members as readonly string[]).reduce((all, one) => all + size(one), 0);
