import { describe, expect, it } from 'vitest';
import { dynamo, dynamoClient } from '../../../../lib/aws/dynamodb/document-table.ts';
import { type Answer, type Asked, answeringAws } from '../../../support/answering-aws.ts';

const key = (sk: string) => ({ pk: 'spring/ann', sk });
const stored = (sk: string) => ({ pk: { S: 'spring/ann' }, sk: { S: sk }, n: { N: '1' } });

function over(answer: (asked: Asked, nth: number) => Answer) {
  const { asked, config } = answeringAws(answer);
  const pauses: number[] = [];
  const db = dynamo(dynamoClient(config), async (milliseconds) => pauses.push(milliseconds));
  return { asked, pauses, db };
}

describe('reads asked for at once', () => {
  it('travel as one request, and each gets its own', async () => {
    const { asked, db } = over(() => ({
      body: { Responses: { t: [stored('b'), stored('a')], u: [stored('a')] } },
    }));

    const found = await Promise.all([
      db.get('t', key('a')),
      db.get('t', key('b')),
      db.get('u', key('a')),
      db.get('u', key('b')),
    ]);

    expect(found).toEqual([
      { ...key('a'), n: 1 },
      { ...key('b'), n: 1 },
      { ...key('a'), n: 1 },
      undefined,
    ]);
    const keys = (...sks: string[]) =>
      sks.map((sk) => ({ pk: { S: 'spring/ann' }, sk: { S: sk } }));
    expect(asked.map(({ body }) => body)).toEqual([
      {
        RequestItems: {
          t: { Keys: keys('a', 'b'), ConsistentRead: true },
          u: { Keys: keys('a', 'b'), ConsistentRead: true },
        },
      },
    ]);
  });

  it('ask for the same item once, and alone as a single read', async () => {
    const { asked, db } = over(() => ({ body: { Item: stored('a') } }));

    const found = await Promise.all([db.get('t', key('a')), db.get('t', key('a'))]);

    expect(found).toEqual([
      { ...key('a'), n: 1 },
      { ...key('a'), n: 1 },
    ]);
    expect(asked.map(({ headers }) => headers['x-amz-target'])).toEqual([
      'DynamoDB_20120810.GetItem',
    ]);
  });

  it('stay apart from those asked for later', async () => {
    const { asked, db } = over(() => ({ body: { Item: stored('a') } }));

    await db.get('t', key('a'));
    await db.get('t', key('a'));

    expect(asked.length).toBe(2);
  });

  it('ask again for what DynamoDB left out', async () => {
    const { asked, pauses, db } = over((_, nth) =>
      nth === 0
        ? {
            body: {
              Responses: { t: [stored('a')] },
              UnprocessedKeys: { t: { Keys: [{ pk: { S: 'spring/ann' }, sk: { S: 'b' } }] } },
            },
          }
        : { body: { Responses: { t: [stored('b')] } } },
    );

    const found = await Promise.all([db.get('t', key('a')), db.get('t', key('b'))]);

    expect(found.map((item) => item?.sk)).toEqual(['a', 'b']);
    expect([asked.length, pauses.length]).toEqual([2, 1]);
  });

  it('raise StoreUnavailable together when DynamoDB keeps leaving something out', async () => {
    const left = { t: { Keys: [{ pk: { S: 'spring/ann' }, sk: { S: 'b' } }] } };
    const { asked, db } = over(() => ({ body: { UnprocessedKeys: left } }));

    const outcomes = await Promise.allSettled([db.get('t', key('a')), db.get('t', key('b'))]);

    expect(outcomes.map((one) => one.status === 'rejected' && one.reason.name)).toEqual([
      'StoreUnavailable',
      'StoreUnavailable',
    ]);
    expect(asked.length).toBe(8);
  });

  it('are as many requests as DynamoDB needs for more than a hundred', async () => {
    const { asked, db } = over(() => ({ body: { Responses: {} } }));

    await Promise.all(Array.from({ length: 250 }, (_, n) => db.get('t', key(String(n)))));

    const sizes = asked.map(({ body }) => {
      const { t } = body.RequestItems as { readonly t: { readonly Keys: readonly unknown[] } };
      return t.Keys.length;
    });
    expect(sizes).toEqual([100, 100, 50]);
  });
});
