// GetItem, BatchGetItem, TransactGetItems, Query and Scan.
import { NotEmulated } from '../../../simulation/connect/not-emulated.ts';
import { isObject, type JsonObject } from '../../json.ts';
import { holdsFor } from './conditions.ts';
import {
  type AttributePath,
  type ConditionTree,
  condition,
  projection,
  type ReadExpression,
} from './expressions.ts';
import { Filled } from './filled.ts';
import { type Done, type EngineTables, keyIn, onlyKnown } from './request.ts';
import { firstWhere } from './sorted-items.ts';
import { type EngineTable, type Index, namesOf, objects, picked, started } from './table.ts';
import {
  checkedItem,
  compareValues,
  contentOfValue,
  invalid,
  itemSize,
  type StoredItem,
  typeOf,
  type Value,
} from './values.ts';

const READ = 4096;
const PAGE = 1024 * 1024;
const MOST_KEYS = 100;
const PROJECTED = ['ProjectionExpression', 'ExpressionAttributeNames'];
const NAMES = ['TableName', ...PROJECTED, 'ReturnConsumedCapacity'];

/** Half a unit for 4 KB, a whole one if it must be what was written last. */
const readUnits = (bytes: number, isConsistent: boolean): number =>
  started(bytes, READ) * (isConsistent ? 1 : 0.5);

export function getItem(tables: EngineTables, input: JsonObject): Done {
  onlyKnown(input, [...NAMES, 'Key', 'ConsistentRead']);
  const table = tables.named(input.TableName);
  const { found, shown } = readOne(table, input, input);
  const units = readUnits(found ? itemSize(found) : 0, input.ConsistentRead === true);
  return { output: (shown ? { Item: shown } : {}) as JsonObject, units: [[table.name, units]] };
}

export function transactGetItems(tables: EngineTables, input: JsonObject): Done {
  onlyKnown(input, ['TransactItems', 'ReturnConsumedCapacity']);
  const units: (readonly [string, number])[] = [];
  const Responses = objects(input.TransactItems).map(({ Get }) => {
    const part = isObject(Get) ? Get : {};
    onlyKnown(part, ['TableName', 'Key', ...PROJECTED]);
    const table = tables.named(part.TableName);
    const { found, shown } = readOne(table, part, part);
    units.push([table.name, 2 * readUnits(found ? itemSize(found) : 0, true)]);
    return shown ? { Item: shown } : {};
  });
  return { output: { Responses } as JsonObject, units };
}

export function batchGetItem(tables: EngineTables, input: JsonObject): Done {
  onlyKnown(input, ['RequestItems', 'ReturnConsumedCapacity']);
  const asked = Object.entries(isObject(input.RequestItems) ? input.RequestItems : {});
  const units: (readonly [string, number])[] = [];
  let count = 0;
  const Responses = asked.map(([name, of]) => {
    const request = isObject(of) ? of : {};
    onlyKnown(request, ['Keys', 'ConsistentRead', ...PROJECTED]);
    const table = tables.named(name);
    const keys = objects(request.Keys);
    count += keys.length;
    if (new Set(keys.map((key) => JSON.stringify(keyIn(table, key)))).size < keys.length)
      throw invalid('Provided list of item keys contains duplicates');
    let used = 0;
    const items = keys.flatMap((Key) => {
      const { found, shown } = readOne(table, { ...request, Key }, request);
      used += readUnits(found ? itemSize(found) : 0, request.ConsistentRead === true);
      return shown ? [shown] : [];
    });
    units.push([table.name, used]);
    return [name, items];
  });
  if (count === 0 || count > MOST_KEYS)
    throw invalid(`Too many items requested for the BatchGetItem call: ${count}`);
  const output = { Responses: Object.fromEntries(Responses), UnprocessedKeys: {} };
  return { output: output as JsonObject, units };
}

/** The item, and what a projection shows of it. */
function readOne(table: EngineTable, { Key }: JsonObject, request: JsonObject) {
  const paths = projectionOf(request);
  const filled = new Filled(request, [paths]);
  const found = table.get(keyIn(table, Key));
  return { found, shown: found && shownOf(found, paths, filled) };
}

const projectionOf = ({ ProjectionExpression: text }: JsonObject) =>
  text === undefined ? undefined : projection(String(text));

function shownOf(
  item: StoredItem,
  paths: ReadExpression<readonly AttributePath[]> | undefined,
  filled: Filled,
): StoredItem {
  if (!paths) return item;
  const names = paths.expression.map((path) => {
    if (path.length > 1) throw new NotEmulated('a projection of parts of an attribute');
    return String(filled.path(path)[0]);
  });
  return picked(item, names);
}

const PAGED = [
  ...[...NAMES, 'IndexName', 'FilterExpression', 'ExpressionAttributeValues', 'Limit'],
  ...['ExclusiveStartKey', 'Select', 'ConsistentRead'],
];

export function query(tables: EngineTables, input: JsonObject): Done {
  onlyKnown(input, [...PAGED, 'KeyConditionExpression', 'ScanIndexForward']);
  const table = tables.named(input.TableName);
  const index = input.IndexName === undefined ? undefined : table.index(String(input.IndexName));
  const keys = condition(String(input.KeyConditionExpression ?? ''));
  const reading = new Reading(table, index, input, keys);
  const { hash, range } = index ?? table.keys;
  const { partition, from, to } = bounds(keys.expression, reading.filled, hash, range);
  const items = (index ?? table).items;
  const all = items.partition(partition);
  let low = firstWhere(all, from);
  let high = firstWhere(all, to);
  const isForward = input.ScanIndexForward !== false;
  if (reading.after && isForward) low = Math.max(low, items.placeAfter(all, reading.after));
  if (reading.after && !isForward) high = Math.min(high, items.placeOf(all, reading.after));
  if (isForward) for (let n = low; n < high && reading.take(all.at(n) as StoredItem); n++);
  else for (let n = high - 1; n >= low && reading.take(all.at(n) as StoredItem); n--);
  return reading.done();
}

export function scan(tables: EngineTables, input: JsonObject): Done {
  onlyKnown(input, PAGED);
  const table = tables.named(input.TableName);
  const index = input.IndexName === undefined ? undefined : table.index(String(input.IndexName));
  const reading = new Reading(table, index, input, undefined);
  for (const item of (index ?? table).items.all(reading.after)) if (!reading.take(item)) break;
  return reading.done();
}

/** One page of a query or scan. */
class Reading {
  readonly filled: Filled;
  readonly after: StoredItem | undefined;
  private readonly table: EngineTable;
  private readonly index: Index | undefined;
  private readonly input: JsonObject;
  private readonly filter: ReadExpression<ConditionTree> | undefined;
  private readonly paths: ReadExpression<readonly AttributePath[]> | undefined;
  private readonly limit: number;
  private readonly found: StoredItem[] = [];
  private scanned = 0;
  private size = 0;
  private last: StoredItem | undefined;

  constructor(
    table: EngineTable,
    index: Index | undefined,
    input: JsonObject,
    keys: ReadExpression<ConditionTree> | undefined,
  ) {
    this.table = table;
    this.index = index;
    this.input = input;
    const { FilterExpression: filter, ExclusiveStartKey: after, Limit = Infinity } = input;
    this.filter = filter === undefined ? undefined : condition(String(filter));
    this.paths = projectionOf(input);
    this.filled = new Filled(input, [keys, this.filter, this.paths]);
    this.after = after === undefined ? undefined : checkedItem(after);
    this.limit = Number(Limit);
    if (!(this.limit >= 1)) throw invalid('Limit must be at least 1');
    if (index && !index.isLocal && input.ConsistentRead === true)
      throw invalid('Consistent reads are not supported on global secondary indexes');
    if (this.after) this.checkStart(this.after);
  }

  /** Whether the page goes on after this item. */
  take(item: StoredItem): boolean {
    const seen = this.index ? this.index.project(item) : item;
    this.scanned++;
    this.size += itemSize(seen);
    if (!this.filter || holdsFor(seen, this.filter.expression, this.filled))
      this.found.push(shownOf(seen, this.paths, this.filled));
    const isFull = this.scanned >= this.limit || this.size >= PAGE;
    if (isFull) this.last = item;
    return !isFull;
  }

  done(): Done {
    const { found, input, last } = this;
    const output = {
      ...(input.Select === 'COUNT' ? {} : { Items: found }),
      Count: found.length,
      ScannedCount: this.scanned,
      ...(last && { LastEvaluatedKey: picked(last, this.keyNames()) }),
    };
    const units = readUnits(this.size, input.ConsistentRead === true);
    return { output: output as unknown as JsonObject, units: [[this.table.name, units]] };
  }

  private keyNames(): readonly string[] {
    const own = namesOf(this.table.keys);
    return this.index ? [...new Set([...own, ...namesOf(this.index)])] : own;
  }

  private checkStart(after: StoredItem): void {
    const names = this.keyNames();
    if (Object.keys(after).length !== names.length || !names.every((name) => after[name]))
      throw invalid('The provided starting key is invalid');
  }
}

interface Bounds {
  readonly partition: Value;
  /** True from the first item of the range on. */
  readonly from: (item: StoredItem) => boolean;
  /** True from the first item after the range on. */
  readonly to: (item: StoredItem) => boolean;
}

const always = () => true;
const never = () => false;

function bounds(
  expression: ConditionTree,
  filled: Filled,
  hash: string,
  range: string | undefined,
): Bounds {
  const parts = expression.kind === 'and' ? expression.parts : [expression];
  let partition: Value | undefined;
  let from: Bounds['from'] = always;
  let to: Bounds['to'] = never;
  for (const part of parts) {
    const { name, low, high, by } = keyPart(part, filled);
    if (name === hash && by === '=' && partition === undefined) {
      partition = low;
      continue;
    }
    if (name !== range) throw invalid(`Query key condition not supported: ${name}`);
    const order = (item: StoredItem, value: Value) =>
      compareValues(item[name] ?? {}, value) ?? Number.NaN;
    if (by === 'begins') {
      from = (item) => order(item, low) >= 0;
      to = (item) => order(item, low) > 0 && !beginsWith(item[name], low);
      continue;
    }
    if (by !== '<' && by !== '<=') from = (item) => order(item, low) >= (by === '>' ? 1e-300 : 0);
    if (by === '<') to = (item) => order(item, high) >= 0;
    else if (by !== '>' && by !== '>=') to = (item) => order(item, high) > 0;
  }
  if (partition === undefined) throw invalid(`Query condition missed key schema element: ${hash}`);
  return { partition, from, to };
}

const beginsWith = (value: Value | undefined, prefix: Value): boolean =>
  typeOf(value ?? {}) === typeOf(prefix) &&
  String(contentOfValue(value ?? {})).startsWith(String(contentOfValue(prefix)));

interface KeyPart {
  readonly name: string;
  readonly by: '=' | '<' | '<=' | '>' | '>=' | 'between' | 'begins';
  readonly low: Value;
  readonly high: Value;
}

function keyPart(part: ConditionTree, filled: Filled): KeyPart {
  if (part.kind === 'compare' && part.left.kind === 'path' && part.right.kind === 'value') {
    const value = filled.value(part.right.name);
    if (part.by !== '<>')
      return { name: nameAt(part.left.path, filled), by: part.by, low: value, high: value };
  }
  if (part.kind === 'between' && part.of.kind === 'path')
    if (part.low.kind === 'value' && part.high.kind === 'value')
      return {
        name: nameAt(part.of.path, filled),
        by: 'between',
        low: filled.value(part.low.name),
        high: filled.value(part.high.name),
      };
  if (part.kind === 'begins' && part.of.kind === 'path' && part.what.kind === 'value') {
    const value = filled.value(part.what.name);
    return { name: nameAt(part.of.path, filled), by: 'begins', low: value, high: value };
  }
  throw invalid('Invalid KeyConditionExpression');
}

const nameAt = (path: AttributePath, filled: Filled): string => filled.path(path).join('.');
