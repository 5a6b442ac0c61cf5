import { describe, expect, it } from 'vitest';
import { itemWrites } from '../../../../lib/local/dynamodb/item-writes.ts';

const keysOf = (table: string) => (table === 'journal' ? ['pk', 'sk'] : undefined);
const key = { pk: { S: 'a' }, sk: { S: '1' } };
const item = { ...key, n: { N: '1' } };

describe('what a request writes', () => {
  it('is its item or its key, and only in tables with a stream', () => {
    expect(itemWrites('PutItem', { TableName: 'journal', Item: item }, keysOf)).toEqual([
      { table: 'journal', item, key, isNew: false },
    ]);
    expect(itemWrites('UpdateItem', { TableName: 'journal', Key: key }, keysOf)).toEqual([
      { table: 'journal', key, isNew: false },
    ]);
    expect(itemWrites('PutItem', { TableName: 'records', Item: item }, keysOf)).toEqual([]);
  });

  it('is new when it is put on the condition that there is none', () => {
    const put = (ConditionExpression: string, ExpressionAttributeNames = {}) =>
      itemWrites(
        'PutItem',
        { TableName: 'journal', Item: item, ConditionExpression, ExpressionAttributeNames },
        keysOf,
      ).map(({ isNew }) => isNew);

    expect(put('attribute_not_exists(pk)')).toEqual([true]);
    expect(put('attribute_not_exists(#key)', { '#key': 'sk' })).toEqual([true]);
    expect(put('attribute_not_exists(n)')).toEqual([false]);
    expect(put('attribute_not_exists(pk) OR n < :n')).toEqual([false]);
  });

  it('is every part of a transaction that writes', () => {
    const TransactItems = [
      { Put: { TableName: 'journal', Item: item } },
      { ConditionCheck: { TableName: 'journal', Key: key } },
      { Delete: { TableName: 'arn:aws:dynamodb:eu-central-1:1:table/journal', Key: key } },
      { Update: { TableName: 'records', Key: key } },
    ];

    expect(itemWrites('TransactWriteItems', { TransactItems }, keysOf)).toEqual([
      { table: 'journal', item, key, isNew: false },
      { table: 'journal', key, isNew: false },
    ]);
  });

  it('is every request of a batch', () => {
    const RequestItems = {
      journal: [{ PutRequest: { Item: item } }, { DeleteRequest: { Key: key } }],
      records: [{ PutRequest: { Item: item } }],
    };

    expect(itemWrites('BatchWriteItem', { RequestItems }, keysOf)).toEqual([
      { table: 'journal', item, key, isNew: false },
      { table: 'journal', key, isNew: false },
    ]);
  });
});
