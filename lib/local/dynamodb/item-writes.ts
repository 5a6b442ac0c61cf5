// What a request writes, item by item, as the streams of the tables need to know it.
import { isList, isObject, type Json, type JsonObject } from '../json.ts';

/** Attributes in DynamoDB's JSON. */
export type Attributes = JsonObject;

export interface ItemWrite {
  readonly table: string;
  /** The whole item of a put; of an update and a delete the key alone is known. */
  readonly item?: Attributes;
  readonly key: Attributes;
  /** Written only if there was no such item. */
  readonly isNew: boolean;
}

/** Names of a table's key attributes; undefined if the table has no stream. */
type KeysOf = (table: string) => readonly string[] | undefined;

export function itemWrites(
  action: string,
  input: JsonObject,
  keysOf: KeysOf,
): readonly ItemWrite[] {
  if (action === 'BatchWriteItem') return ofBatch(input, keysOf);
  const parts =
    action === 'TransactWriteItems'
      ? objects(input.TransactItems).flatMap((part) =>
          ['Put', 'Update', 'Delete'].flatMap((kind) => objects([part[kind] ?? null])),
        )
      : [input];
  return parts.flatMap((part) => ofPart(part, keysOf));
}

function ofPart(part: JsonObject, keysOf: KeysOf): readonly ItemWrite[] {
  const table = nameOf(part.TableName);
  const keys = keysOf(table);
  if (!keys) return [];
  const { Item, Key } = part;
  if (isObject(Item))
    return [{ table, item: Item, key: pick(Item, keys), isNew: asksForNew(part, keys) }];
  return isObject(Key) ? [{ table, key: Key, isNew: false }] : [];
}

function ofBatch({ RequestItems }: JsonObject, keysOf: KeysOf): readonly ItemWrite[] {
  const tables = Object.entries(isObject(RequestItems) ? RequestItems : {});
  return tables.flatMap(([TableName, requests]) =>
    objects(requests).flatMap(({ PutRequest, DeleteRequest }) =>
      objects([PutRequest ?? DeleteRequest ?? null]).flatMap((request) =>
        ofPart({ TableName, ...request }, keysOf),
      ),
    ),
  );
}

function asksForNew(part: JsonObject, keys: readonly string[]): boolean {
  const name = /^attribute_not_exists\( *(#?\w+) *\)$/.exec(String(part.ConditionExpression))?.[1];
  const names = isObject(part.ExpressionAttributeNames) ? part.ExpressionAttributeNames : {};
  return name !== undefined && keys.includes(String(names[name] ?? name));
}

/** Table names may be ARNs. */
const nameOf = (table: unknown): string => String(table).replace(/^.*\//, '');

const pick = (item: Attributes, names: readonly string[]): Attributes =>
  Object.fromEntries(names.map((name) => [name, item[name]]));

const objects = (value: Json | undefined): readonly JsonObject[] =>
  isList(value) ? value.filter(isObject) : [];
