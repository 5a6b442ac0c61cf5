// One table with its indexes: keys checked, items kept in order, writes priced.
import { NotEmulated } from '../../../simulation/connect/not-emulated.ts';
import { isList, isObject, type Json, type JsonObject } from '../../json.ts';
import { SortedItems } from './sorted-items.ts';
import { equalItems, invalid, itemSize, type StoredItem, typeOf, valueSize } from './values.ts';

interface KeyNames {
  readonly hash: string;
  readonly range: string | undefined;
}

export interface Index extends KeyNames {
  readonly name: string;
  readonly items: SortedItems;
  /** What of an item is in the index. */
  readonly project: (item: StoredItem) => StoredItem;
  readonly isLocal: boolean;
}

const KB = 1024;
const MOST_BYTES = 400 * KB;

export class EngineTable {
  readonly name: string;
  /** As it was made. */
  readonly definition: JsonObject;
  readonly keys: KeyNames;
  readonly items: SortedItems;
  readonly indexes: readonly Index[];
  private readonly types: ReadonlyMap<string, string>;

  constructor(definition: JsonObject) {
    this.definition = definition;
    this.name = String(definition.TableName);
    this.keys = keysOf(definition.KeySchema);
    this.types = new Map(
      objects(definition.AttributeDefinitions).map(({ AttributeName, AttributeType }) => [
        String(AttributeName),
        String(AttributeType),
      ]),
    );
    const { hash, range } = this.keys;
    this.items = new SortedItems(hash, range === undefined ? [] : [range]);
    this.indexes = [
      ...objects(definition.GlobalSecondaryIndexes).map((one) => this.indexOf(one, false)),
      ...objects(definition.LocalSecondaryIndexes).map((one) => this.indexOf(one, true)),
    ];
  }

  index(name: string): Index {
    const found = this.indexes.find((index) => index.name === name);
    if (!found) throw invalid(`The table does not have the specified index: ${name}`);
    return found;
  }

  /** The key attributes of an item or of a larger key. */
  keyOf(item: StoredItem): StoredItem {
    return picked(item, namesOf(this.keys));
  }

  /** Refuses a key that has not just the table's key attributes, of their types. */
  checkKey(key: StoredItem): void {
    const names = namesOf(this.keys);
    if (Object.keys(key).length !== names.length || !names.every((name) => this.fits(key, name)))
      throw invalid('The provided key element does not match the schema');
    this.checkFilled(key, names);
  }

  checkItem(item: StoredItem): void {
    for (const name of namesOf(this.keys)) {
      if (item[name] === undefined)
        throw invalid(
          `One or more parameter values were invalid: Missing the key ${name} in the item`,
        );
      if (!this.fits(item, name)) throw this.mismatch(item, name, `for key ${name}`);
    }
    for (const index of this.indexes)
      for (const name of namesOf(index)) {
        if (item[name] === undefined) continue;
        if (!this.fits(item, name))
          throw this.mismatch(item, name, `for Index Key ${name}`, `IndexName: ${index.name}`);
        this.checkFilled(item, [name]);
      }
    this.checkFilled(item, namesOf(this.keys));
    if (itemSize(item) > MOST_BYTES)
      throw invalid('Item size has exceeded the maximum allowed size');
  }

  get(key: StoredItem): StoredItem | undefined {
    return this.items.get(key);
  }

  /**
   * @param times what a unit of the table counts; indexes follow a transaction with simple writes
   * @returns the write units it takes
   */
  write(before: StoredItem | undefined, after: StoredItem | undefined, times = 1): number {
    let units = this.unitsOf(before, after) * times;
    if (after) this.items.put(after);
    else if (before) this.items.delete(before);
    for (const index of this.indexes) {
      const [was, is] = [inIndex(index, before), inIndex(index, after)];
      units += indexUnits(index, was, is);
      if (was && !(is && sameKeys(index, was, is))) index.items.delete(was);
      if (is) index.items.put(is);
    }
    return units;
  }

  /** Of the table alone: what a write whose condition failed costs, too. */
  unitsOf(before: StoredItem | undefined, after: StoredItem | undefined): number {
    return started(Math.max(sizeOf(before), sizeOf(after)), KB);
  }

  private fits(item: StoredItem, name: string): boolean {
    const value = item[name];
    return value !== undefined && typeOf(value) === this.types.get(name);
  }

  private mismatch(item: StoredItem, name: string, what: string, more = ''): Error {
    const [expected, actual] = [this.types.get(name), typeOf(item[name] ?? {})];
    return invalid(
      `One or more parameter values were invalid: Type mismatch ${what} expected: ${expected} actual: ${actual} ${more}`.trim(),
    );
  }

  private checkFilled(item: StoredItem, names: readonly string[]): void {
    for (const name of names)
      if (valueSize(item[name] ?? {}) === 0)
        throw invalid(
          `One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value. Key: ${name}`,
        );
  }

  private indexOf(definition: JsonObject, isLocal: boolean): Index {
    const { hash, range } = keysOf(definition.KeySchema);
    const order = [range, this.keys.hash, this.keys.range].filter((name) => name !== undefined);
    const keys = [hash, ...order];
    const { ProjectionType, NonKeyAttributes } = isObject(definition.Projection)
      ? definition.Projection
      : {};
    const others = isList(NonKeyAttributes) ? NonKeyAttributes.map(String) : [];
    return {
      ...{ name: String(definition.IndexName), hash, range, isLocal },
      items: new SortedItems(hash, order),
      project:
        ProjectionType === 'ALL' ? (item) => item : (item) => picked(item, [...keys, ...others]),
    };
  }
}

const sizeOf = (item: StoredItem | undefined): number => (item ? itemSize(item) : 0);

/** Units of so many bytes, at least one. */
export const started = (size: number, each: number): number => Math.max(1, Math.ceil(size / each));

export const inIndex = (
  { hash, range }: Index,
  item: StoredItem | undefined,
): StoredItem | undefined =>
  item && item[hash] !== undefined && (range === undefined || item[range] !== undefined)
    ? item
    : undefined;

/**
 * Source: Developer Guide, "Global secondary indexes", considerations for provisioned throughput.
 */
export function indexUnits(
  index: Index,
  was: StoredItem | undefined,
  is: StoredItem | undefined,
): number {
  const [old, now] = [was && index.project(was), is && index.project(is)];
  if (!old) return now ? started(itemSize(now), KB) : 0;
  if (!now) return started(itemSize(old), KB);
  if (!sameKeys(index, old, now)) return started(itemSize(old), KB) + started(itemSize(now), KB);
  if (equalItems(old, now)) return 0;
  return started(Math.max(itemSize(old), itemSize(now)), KB);
}

const sameKeys = ({ hash, range }: KeyNames, a: StoredItem, b: StoredItem): boolean =>
  equalItems(picked(a, namesOf({ hash, range })), picked(b, namesOf({ hash, range })));

export const namesOf = ({ hash, range }: KeyNames): readonly string[] =>
  range === undefined ? [hash] : [hash, range];

export function picked(item: StoredItem, names: readonly string[]): StoredItem {
  const some: Record<string, StoredItem[string]> = {};
  for (const name of names) {
    const value = item[name];
    if (value !== undefined) some[name] = value;
  }
  return some;
}

function keysOf(schema: Json | undefined): KeyNames {
  const keys = new Map(
    objects(schema).map(({ AttributeName, KeyType }) => [String(KeyType), String(AttributeName)]),
  );
  const hash = keys.get('HASH');
  if (hash === undefined) throw new NotEmulated('a table or index without a HASH key');
  return { hash, range: keys.get('RANGE') };
}

export const objects = (value: Json | undefined): readonly JsonObject[] =>
  isList(value) ? value.filter(isObject) : [];
