// What each partition key of tables and indexes takes: the units of every request, put down to the
// keys it touches.
import { DynamoDbEngine } from '../../lib/local/dynamodb/engine/engine.ts';
import type { StoredChange } from '../../lib/local/dynamodb/engine/request.ts';
import {
  EngineTable,
  indexUnits,
  inIndex,
  objects,
  started,
} from '../../lib/local/dynamodb/engine/table.ts';
import {
  contentOfValue,
  itemSize,
  type StoredItem,
} from '../../lib/local/dynamodb/engine/values.ts';
import { isObject, type JsonObject } from '../../lib/local/json.ts';

export interface KeyUse {
  /** A table, or an index of it. */
  readonly place: string;
  readonly key: string;
  writes: number;
  reads: number;
}

const READ_BYTES = 4096;

export class KeyMeter {
  readonly engine: DynamoDbEngine;
  requests = 0;
  private readonly changed: (table: string, changes: readonly StoredChange[]) => void;
  private readonly tables = new Map<string, EngineTable>();
  private uses = new Map<string, KeyUse>();
  /** What a unit of a table counts in the request that is being done. */
  private times = 1;

  /** @param changed told of what every write has changed */
  constructor(changed: (table: string, changes: readonly StoredChange[]) => void) {
    this.changed = changed;
    this.engine = new DynamoDbEngine((table, changes) => {
      for (const change of changes) this.written(table, change);
      this.changed(table, changes);
    });
  }

  create(definition: JsonObject): void {
    this.engine.run('CreateTable', definition);
    const table = new EngineTable(definition);
    this.tables.set(table.name, table);
  }

  run(action: string, input: JsonObject): JsonObject {
    this.requests++;
    this.times = action === 'TransactWriteItems' ? 2 : 1;
    try {
      const { output, units } = this.engine.run(action, input);
      if (action === 'Query') this.queried(input, units);
      if (action === 'GetItem') this.got(input, input);
      if (action === 'BatchGetItem') this.gotMany(input);
      return output;
    } catch (error) {
      this.refused(action, input);
      throw error;
    }
  }

  /** Since the last time. */
  take(): readonly KeyUse[] {
    const uses = [...this.uses.values()];
    this.uses = new Map();
    this.requests = 0;
    return uses;
  }

  private use(place: string, key: string): KeyUse {
    const name = `${place} ${key}`;
    const known = this.uses.get(name);
    if (known) return known;
    const use = { place, key, writes: 0, reads: 0 };
    this.uses.set(name, use);
    return use;
  }

  private table(name: unknown): EngineTable {
    const table = this.tables.get(String(name));
    if (!table) throw new Error(`there is no table '${name}'`);
    return table;
  }

  private written(name: string, { key, before, after }: StoredChange): void {
    const table = this.table(name);
    this.use(name, keyOf(key, table.keys.hash)).writes += table.unitsOf(before, after) * this.times;
    for (const index of table.indexes) {
      const [was, is] = [inIndex(index, before), inIndex(index, after)];
      const place = `${name}/${index.name}`;
      const [from, to] = [was, is].map((item) => item && keyOf(item, index.hash));
      if (from !== undefined && to !== undefined && from !== to) {
        this.use(place, from).writes += indexUnits(index, was, undefined);
        this.use(place, to).writes += indexUnits(index, undefined, is);
      } else if (from !== undefined || to !== undefined)
        this.use(place, from ?? to ?? '').writes += indexUnits(index, was, is);
    }
  }

  /** A write whose condition failed costs as much as one that is done. */
  private refused(action: string, input: JsonObject): void {
    const parts =
      action === 'TransactWriteItems'
        ? objects(input.TransactItems).flatMap((item) => Object.values(item).filter(isObject))
        : [input];
    for (const part of parts) {
      const table = this.table(part.TableName);
      const item = (part.Item ?? part.Key ?? {}) as StoredItem;
      const stored = this.stored(table, item);
      const units = table.unitsOf(stored, part.Item === undefined ? stored : item);
      this.use(table.name, keyOf(item, table.keys.hash)).writes += units * this.times;
    }
  }

  private stored(table: EngineTable, item: StoredItem): StoredItem | undefined {
    const { output } = this.engine.run('GetItem', {
      TableName: table.name,
      Key: table.keyOf(item) as unknown as JsonObject,
    });
    return output.Item as StoredItem | undefined;
  }

  private queried(input: JsonObject, units: number): void {
    const table = this.table(input.TableName);
    const index = input.IndexName === undefined ? undefined : table.index(String(input.IndexName));
    const { hash } = index ?? table.keys;
    const place = index === undefined ? table.name : `${table.name}/${index.name}`;
    const values = (input.ExpressionAttributeValues ?? {}) as StoredItem;
    const key = contentOfValue(values[`:${hash}`] ?? {});
    if (key === undefined) throw new Error(`a query whose key is not :${hash}`);
    this.use(place, String(key)).reads += units;
  }

  private got(key: JsonObject, request: JsonObject): void {
    const table = this.table(key.TableName);
    const item = (key.Key ?? {}) as unknown as StoredItem;
    const stored = this.stored(table, item);
    const units = started(stored ? itemSize(stored) : 0, READ_BYTES);
    const times = request.ConsistentRead === true ? 1 : 0.5;
    this.use(table.name, keyOf(item, table.keys.hash)).reads += units * times;
  }

  private gotMany({ RequestItems }: JsonObject): void {
    for (const [TableName, request] of Object.entries(isObject(RequestItems) ? RequestItems : {}))
      if (isObject(request))
        for (const Key of objects(request.Keys)) this.got({ TableName, Key }, request);
  }
}

const keyOf = (item: StoredItem, hash: string): string => String(contentOfValue(item[hash] ?? {}));
