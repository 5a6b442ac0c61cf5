import { describe, expect, it } from 'vitest';
import { dynamo, dynamoClient } from '../../../../lib/aws/dynamodb/document-table.ts';
import { isNew, put } from '../../../../lib/aws/dynamodb/writes.ts';
import { type Answer, answeringAws, brokenConnection } from '../../../support/answering-aws.ts';

const item = { pk: 'spring/ann', sk: 'record' };
const other = { pk: 'spring/ann', sk: 'attempt#a1' };
const two = [put('t', item), put('t', other)];

function over(answer: (nth: number) => Answer, maxAttempts = 1) {
  const { asked, config } = answeringAws((_, nth) => answer(nth));
  const pauses: number[] = [];
  const db = dynamo(dynamoClient({ ...config, maxAttempts }), async (milliseconds) =>
    pauses.push(milliseconds),
  );
  return { asked, pauses, db };
}

const cancelled = (...codes: string[]): Answer => ({
  error: 'TransactionCanceledException',
  body: { CancellationReasons: codes.map((Code) => ({ Code })) },
});

describe('a transaction', () => {
  it('says which of its writes were refused', async () => {
    const { asked, db } = over(() =>
      cancelled('None', 'ConditionalCheckFailed', 'None', 'ConditionalCheckFailed'),
    );

    expect(await db.transact([put('t', item, isNew), put('t', other)])).toEqual([1, 3]);
    expect(asked.length).toBe(1);
  });

  it('is tried again when another transaction writes the same items', async () => {
    const { asked, db } = over((nth) =>
      nth < 2 ? cancelled('None', 'TransactionConflict') : { body: {} },
    );

    expect(await db.transact(two)).toEqual([]);
    expect(asked.length).toBe(3);
  });

  it('waits for its own request that a repetition found still being done', async () => {
    const { asked, db } = over((nth) =>
      nth < 1 ? { error: 'TransactionInProgressException' } : { body: {} },
    );

    expect(await db.transact(two)).toEqual([]);
    expect(asked.length).toBe(2);
  });

  it('is a new request each time: a repeated token would repeat the old answer', async () => {
    const { asked, db } = over((nth) =>
      nth < 1 ? cancelled('TransactionConflict') : { body: {} },
    );

    await db.transact(two);

    const tokens = asked.map(({ body }) => body.ClientRequestToken);
    expect(new Set(tokens).size).toBe(2);
    expect(tokens).not.toContain(undefined);
  });

  it('gives up with RecordContended when the others never leave', async () => {
    const { asked, pauses, db } = over(() => cancelled('TransactionConflict', 'None'));

    await expect(db.transact(two)).rejects.toMatchObject({ name: 'RecordContended' });
    expect(asked.length).toBe(8);
    expect(pauses.length).toBe(7);
    expect(Math.max(...pauses)).toBeLessThan(2000);
  });

  it('gives up with StoreUnavailable when the table keeps throttling', async () => {
    const { db } = over(() => cancelled('ThrottlingError'));

    await expect(db.transact(two)).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('hands on what waiting does not mend', async () => {
    const { asked, db } = over(() => cancelled('ValidationError'));

    await expect(db.transact(two)).rejects.toMatchObject({
      name: 'TransactionCanceledException',
    });
    expect(asked.length).toBe(1);
  });
});

describe('a transaction of one item', () => {
  const refused: Answer = { error: 'ConditionalCheckFailedException' };

  it('is an ordinary write, at half the price', async () => {
    const { asked, db } = over(() => ({ body: {} }));

    expect(await db.transact([put('t', item, isNew)])).toEqual([]);
    expect(asked.map(({ headers }) => headers['x-amz-target'])).toEqual([
      'DynamoDB_20120810.PutItem',
    ]);
  });

  it('says that it was refused', async () => {
    const { asked, db } = over(() => refused);

    expect(await db.transact([put('t', item, isNew)])).toEqual([0]);
    expect(asked.length).toBe(1);
  });

  it('is tried again while a transaction writes the item, and gives up with RecordContended', async () => {
    const soon = over((nth) =>
      nth < 2 ? { error: 'TransactionConflictException' } : { body: {} },
    );
    const never = over(() => ({ error: 'TransactionConflictException' }));

    expect(await soon.db.transact([put('t', item)])).toEqual([]);
    expect(soon.asked.length).toBe(3);
    await expect(never.db.transact([put('t', item)])).rejects.toMatchObject({
      name: 'RecordContended',
    });
  });

  it('was not refused when a repetition only finds what the first try has written', async () => {
    const found =
      (sk: string) =>
      (nth: number): Answer => {
        if (nth === 0) throw brokenConnection('ECONNRESET');
        return { ...refused, body: { Item: { pk: { S: 'spring/ann' }, sk: { S: sk } } } };
      };

    expect(await over(found('record'), 2).db.transact([put('t', item, isNew)])).toEqual([]);
    expect(await over(found('other'), 2).db.transact([put('t', item, isNew)])).toEqual([0]);
  });
});

describe('a read', () => {
  it('sees what the last write left', async () => {
    const { asked, db } = over(() => ({ body: { Item: { pk: { S: 'a' }, n: { N: '1' } } } }));

    expect(await db.get('t', item)).toEqual({ pk: 'a', n: 1 });
    expect(asked[0]?.body).toMatchObject({ TableName: 't', ConsistentRead: true });
  });

  it('goes on page by page to the end', async () => {
    const { asked, db } = over((nth) => ({
      body: {
        Items: [{ n: { N: String(nth) } }],
        LastEvaluatedKey: nth < 2 ? { pk: { S: `page ${nth}` } } : undefined,
      },
    }));

    const all = await db.all({ TableName: 't' });

    expect(all).toEqual([{ n: 0 }, { n: 1 }, { n: 2 }]);
    expect(asked.map(({ body }) => body.ExclusiveStartKey)).toEqual([
      undefined,
      { pk: { S: 'page 0' } },
      { pk: { S: 'page 1' } },
    ]);
  });

  it.each([
    ['throttling', () => ({ error: 'ProvisionedThroughputExceededException' })],
    ['an error of the service', () => ({ error: 'InternalServerError', status: 500 })],
    [
      'a broken connection',
      () => {
        throw brokenConnection('ECONNRESET');
      },
    ],
  ])('raises StoreUnavailable at %s', async (_, answer) => {
    const { db } = over(answer);

    await expect(db.get('t', item)).rejects.toMatchObject({ name: 'StoreUnavailable' });
  });

  it('hands on a mistake of ours as it came', async () => {
    const { db } = over(() => ({ error: 'ValidationException' }));

    await expect(db.get('t', item)).rejects.toMatchObject({ name: 'ValidationException' });
  });
});

describe('an update', () => {
  const input = { TableName: 't', Key: item, UpdateExpression: 'SET n = :n' };

  it('gives the item as it became', async () => {
    const { db } = over(() => ({ body: { Attributes: { n: { N: '2' } } } }));

    expect(await db.update(input)).toEqual({ done: true, item: { n: 2 } });
  });

  it('gives the item as it is when it was refused', async () => {
    const { db } = over(() => ({
      error: 'ConditionalCheckFailedException',
      body: { Item: { n: { N: '7' } } },
    }));

    expect(await db.update(input)).toEqual({ done: false, item: { n: 7 } });
  });
});
