import { describe, expect, it } from 'vitest';
import { DynamoDbEngine } from '../../../../../lib/local/dynamodb/engine/engine.ts';
import type { JsonObject } from '../../../../../lib/local/json.ts';

const KEY = { pk: { S: 'a' } };

function engine() {
  const changes: unknown[] = [];
  const made = new DynamoDbEngine((table, all) => changes.push(...all.map((one) => [table, one])));
  made.run('CreateTable', {
    TableName: 't',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  });
  return { changes, run: (action: string, input: JsonObject) => made.run(action, input) };
}

const put = (S: string, more: JsonObject = {}): JsonObject => ({
  Put: { TableName: 't', Item: { pk: { S }, ...more } },
});

describe('the engine', () => {
  it('does a transaction with the same token once, and refuses another with it', () => {
    const { changes, run } = engine();
    const add: JsonObject = {
      ClientRequestToken: 'once',
      TransactItems: [
        {
          Update: {
            TableName: 't',
            Key: KEY,
            UpdateExpression: 'ADD n :one',
            ExpressionAttributeValues: { ':one': { N: '1' } },
          },
        },
      ],
    };

    run('TransactWriteItems', add);
    run('TransactWriteItems', add);

    expect(run('GetItem', { TableName: 't', Key: KEY }).output).toEqual({
      Item: { ...KEY, n: { N: '1' } },
    });
    expect(changes).toHaveLength(1);
    expect(() => run('TransactWriteItems', { ...add, TransactItems: [put('a')] })).toThrow(
      'another request',
    );
  });

  it('changes nothing when one part of a transaction is refused', () => {
    const { changes, run } = engine();
    const Check = { TableName: 't', Key: KEY, ConditionExpression: 'attribute_exists(pk)' };

    expect(() =>
      run('TransactWriteItems', { TransactItems: [put('b'), { ConditionCheck: Check }] }),
    ).toThrow('[None, ConditionalCheckFailed]');
    expect(run('Scan', { TableName: 't' }).output).toMatchObject({ Count: 0 });
    expect(changes).toEqual([]);
  });

  it('tells what each write has changed', () => {
    const { changes, run } = engine();
    const Item = { ...KEY, n: { N: '1' } };

    run('PutItem', { TableName: 't', Item });
    run('DeleteItem', { TableName: 't', Key: KEY });

    expect(changes).toEqual([
      ['t', { key: KEY, before: undefined, after: Item }],
      ['t', { key: KEY, before: Item, after: undefined }],
    ]);
  });

  it('adds decimal numbers as DynamoDB does, not as floating point', () => {
    const { run } = engine();
    run('PutItem', { TableName: 't', Item: { ...KEY, n: { N: '0.1' } } });

    const { output } = run('UpdateItem', {
      TableName: 't',
      Key: KEY,
      UpdateExpression: 'SET n = n + :more',
      ExpressionAttributeValues: { ':more': { N: '0.20' } },
      ReturnValues: 'ALL_NEW',
    });

    expect(output).toEqual({ Attributes: { ...KEY, n: { N: '0.3' } } });
  });

  it('ends a page at a megabyte and goes on after it', () => {
    const { run } = engine();
    const text = { S: 'x'.repeat(300_000) };
    for (const S of ['a', 'b', 'c', 'd', 'e'])
      run('PutItem', { TableName: 't', Item: { pk: { S }, text } });

    const first = run('Scan', { TableName: 't' }).output;
    const ExclusiveStartKey = first.LastEvaluatedKey ?? {};
    const rest = run('Scan', { TableName: 't', ExclusiveStartKey }).output;

    expect([first.Count, first.LastEvaluatedKey]).toEqual([4, { pk: { S: 'd' } }]);
    expect([rest.Count, rest.LastEvaluatedKey]).toEqual([1, undefined]);
  });

  const update = (more: JsonObject) =>
    ['UpdateItem', { TableName: 't', Key: KEY, ...more }] as const;
  it.each([
    ['an unknown table', ['GetItem', { TableName: 'u', Key: KEY }] as const, 'not found'],
    ['an action it does not have', ['ExecuteStatement', {}] as const, 'dynamodb:ExecuteStatement'],
    ['a parameter it does not read', update({ Expected: {} }), "parameter 'Expected'"],
    ['a word that is reserved', update({ UpdateExpression: 'REMOVE bucket' }), 'reserved keyword'],
    ['a value nobody gave', update({ UpdateExpression: 'SET n = :n' }), 'not defined'],
    [
      'a value nobody asks for',
      update({ UpdateExpression: 'REMOVE n', ExpressionAttributeValues: { ':n': { N: '1' } } }),
      'unused',
    ],
    ['a change of the key', update({ UpdateExpression: 'REMOVE pk' }), 'part of the key'],
    ['two changes of one attribute', update({ UpdateExpression: 'REMOVE n, n.m' }), 'overlap'],
    ['a path into nothing', update({ UpdateExpression: 'REMOVE n.m' }), 'invalid for update'],
    ['what is no expression', update({ UpdateExpression: 'SET n == :n' }), 'Syntax error'],
    [
      'a key of another type',
      ['GetItem', { TableName: 't', Key: { pk: { N: '1' } } }] as const,
      'does not match the schema',
    ],
    [
      'an empty key',
      ['PutItem', { TableName: 't', Item: { pk: { S: '' } } }] as const,
      'empty string',
    ],
    [
      'an item that is too large',
      ['PutItem', { TableName: 't', Item: { ...KEY, x: { S: 'x'.repeat(410_000) } } }] as const,
      'Item size',
    ],
    [
      'two writes of one item in a transaction',
      ['TransactWriteItems', { TransactItems: [put('a'), put('a')] }] as const,
      'multiple operations',
    ],
    [
      'more than a hundred writes in a transaction',
      [
        'TransactWriteItems',
        { TransactItems: Array.from({ length: 101 }, (_, n) => put(String(n))) },
      ] as const,
      '1 to 100',
    ],
    [
      'an attribute without a type',
      ['PutItem', { TableName: 't', Item: { ...KEY, x: {} } }] as const,
      'exactly one',
    ],
    [
      'a number of 39 digits',
      ['PutItem', { TableName: 't', Item: { ...KEY, n: { N: '1'.repeat(39) } } }] as const,
      '38',
    ],
  ])('refuses %s', (_, [action, input], message) => {
    expect(() => engine().run(action, input)).toThrow(message);
  });
});
