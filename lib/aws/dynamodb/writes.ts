// The conditional writes our transactions are made of.
import { isSame } from '../../domain/model/is-same.ts';
import type { Condition, Write } from './document-table.ts';
import type { Item, Key } from './items.ts';

/** Replaces the whole item. */
export function put(table: string, item: Item, condition?: Condition): Write {
  return { Put: { TableName: table, Item: { ...item }, ...conditioned(condition) } };
}

/** Changes some attributes; one without a value is taken away. */
export function set(
  table: string,
  key: Key,
  attributes: Readonly<Record<string, unknown>>,
  condition: Condition,
): Write {
  const all = Object.entries(attributes).map(([name, value], n) => ({ name, value, n }));
  const given = all.filter(({ value }) => value !== undefined);
  const gone = all.filter(({ value }) => value === undefined).map(({ n }) => `#set${n}`);
  const values = given.map(({ n, value }) => [`:set${n}`, value] as const);
  return {
    Update: {
      TableName: table,
      Key: { ...key },
      UpdateExpression: [
        `SET ${given.map(({ n }) => `#set${n} = :set${n}`).join(', ')}`,
        ...(gone.length === 0 ? [] : [`REMOVE ${gone.join(', ')}`]),
      ].join(' '),
      ConditionExpression: condition.expression,
      ExpressionAttributeNames: {
        ...condition.names,
        ...Object.fromEntries(all.map(({ n, name }) => [`#set${n}`, name])),
      },
      ExpressionAttributeValues: { ...condition.values, ...Object.fromEntries(values) },
    },
  };
}

/** What is to be set, by attribute; without a value where it is gone. */
export function difference(was: Item, is: Item): Readonly<Record<string, unknown>> {
  const names = Object.keys({ ...was, ...is }).filter((name) => !isSame(was[name], is[name]));
  return Object.fromEntries(names.map((name) => [name, is[name]]));
}

export function remove(table: string, key: Key, condition?: Condition): Write {
  return { Delete: { TableName: table, Key: { ...key }, ...conditioned(condition) } };
}

/** Changes nothing; the transaction fails unless the condition holds. */
export function conditionCheck(table: string, key: Key, condition: Condition): Write {
  const { expression, ...rest } = condition;
  const conditions = conditioned({ expression, ...rest });
  return {
    ConditionCheck: {
      TableName: table,
      Key: { ...key },
      ...conditions,
      ConditionExpression: expression,
    },
  };
}

/** Adds to counters; one that is not there yet counts from zero. */
export function add(table: string, key: Key, by: Readonly<Record<string, number>>): Write {
  const names = Object.keys(by);
  return {
    Update: {
      TableName: table,
      Key: { ...key },
      UpdateExpression: `ADD ${names.map((_, n) => `#n${n} :n${n}`).join(', ')}`,
      ExpressionAttributeNames: Object.fromEntries(names.map((name, n) => [`#n${n}`, name])),
      ExpressionAttributeValues: Object.fromEntries(names.map((name, n) => [`:n${n}`, by[name]])),
    },
  };
}

export const isNew: Condition = { expression: 'attribute_not_exists(pk)' };

/** The stored thing is the one that was read; without one, that there is none. */
export function isStill(before: { readonly version: number } | undefined): Condition {
  if (!before) return isNew;
  return {
    expression: '#version = :version',
    names: { '#version': 'version' },
    values: { ':version': before.version },
  };
}

function conditioned(condition: Condition | undefined) {
  if (!condition) return {};
  return {
    ConditionExpression: condition.expression,
    ExpressionAttributeNames: condition.names && { ...condition.names },
    ExpressionAttributeValues: condition.values && { ...condition.values },
  };
}
