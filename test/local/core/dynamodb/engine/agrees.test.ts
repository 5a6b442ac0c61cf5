// The engine and another DynamoDB are asked the same, and must answer the same: results, errors by
// name, capacity units.
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DynamoDbClient } from '../../../../../lib/local/dynamodb/dynamodb-client.ts';
import { DynamoDbEngine } from '../../../../../lib/local/dynamodb/engine/engine.ts';
import { RESERVED_WORDS } from '../../../../../lib/local/dynamodb/engine/reserved-words.ts';
import { AwsError } from '../../../../../lib/local/errors.ts';
import type { JsonObject } from '../../../../../lib/local/json.ts';
import { noDynamoDb } from '../../../../support/dynamo-tables.ts';
import { startDynamoDb } from '../../../../support/dynoxide.ts';

const missing = noDynamoDb();
let other: DynamoDbClient;
let stop: () => void;
let made = 0;

beforeAll(async () => {
  if (missing) return;
  const process = await startDynamoDb();
  other = new DynamoDbClient(process);
  stop = () => {
    other.close();
    process.stop();
  };
});
afterAll(() => stop?.());

type Request = readonly [action: string, input: JsonObject];

const table = (TableName: string): JsonObject => ({
  TableName,
  BillingMode: 'PAY_PER_REQUEST',
  AttributeDefinitions: [
    { AttributeName: 'pk', AttributeType: 'S' },
    { AttributeName: 'sk', AttributeType: 'S' },
    { AttributeName: 'bucket', AttributeType: 'S' },
    { AttributeName: 'at', AttributeType: 'N' },
  ],
  KeySchema: [
    { AttributeName: 'pk', KeyType: 'HASH' },
    { AttributeName: 'sk', KeyType: 'RANGE' },
  ],
  GlobalSecondaryIndexes: [
    {
      IndexName: 'due',
      KeySchema: [
        { AttributeName: 'bucket', KeyType: 'HASH' },
        { AttributeName: 'at', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'ALL' },
    },
    {
      IndexName: 'list',
      KeySchema: [
        { AttributeName: 'bucket', KeyType: 'HASH' },
        { AttributeName: 'sk', KeyType: 'RANGE' },
      ],
      Projection: { ProjectionType: 'KEYS_ONLY' },
    },
  ],
});

/** Asks both, one request after the other, and returns the answers of each. */
async function bothAnswer(requests: readonly Request[]) {
  const name = `t${process.pid}-${made++}`;
  const engine = new DynamoDbEngine(() => {});
  const ours: unknown[] = [];
  const theirs: unknown[] = [];
  for (const [action, input] of [['CreateTable', table(name)] as const, ...requests]) {
    const asked = JSON.parse(JSON.stringify(input).replaceAll('"@"', `"${name}"`)) as JsonObject;
    ours.push(comparable(answerOf(engine, action, asked), name));
    const { status, body } = await other.send(`DynamoDB_20120810.${action}`, JSON.stringify(asked));
    const answer = JSON.parse(body.toString()) as JsonObject;
    theirs.push(comparable(status === 200 ? answer : errorOf(answer), name));
  }
  return { ours: ours.slice(1), theirs: theirs.slice(1) };
}

function answerOf(engine: DynamoDbEngine, action: string, input: JsonObject): unknown {
  try {
    return JSON.parse(JSON.stringify(engine.run(action, input).output));
  } catch (error) {
    if (!(error instanceof AwsError)) throw error;
    return errorOf({ __type: error.code, ...error.details } as JsonObject);
  }
}

const errorOf = ({ __type, Item, CancellationReasons }: JsonObject) => ({
  error: String(__type).replace(/^.*#/, ''),
  Item,
  codes: (CancellationReasons as undefined | readonly JsonObject[])?.map(({ Code, Item }) => ({
    Code,
    Item,
  })),
});

/** Sets and batches have no order; both write numbers their own way. */
function comparable(answer: unknown, name: string): unknown {
  const text = JSON.stringify(answer, (key, value: unknown) => {
    if (key === 'N') return Number(value);
    if ((key === 'SS' || key === 'NS') && Array.isArray(value)) return value.map(String).toSorted();
    if (key === 'UnprocessedKeys' || key === 'UnprocessedItems') return undefined;
    if (key === 'ConsumedCapacity') return unitsOf(value);
    if (key === name && Array.isArray(value)) return value.toSorted(byKey);
    return value;
  });
  return JSON.parse(text.replaceAll(name, '@'));
}

const byKey = (a: JsonObject, b: JsonObject): number =>
  JSON.stringify([a.pk, a.sk]) < JSON.stringify([b.pk, b.sk]) ? -1 : 1;

function unitsOf(value: unknown): number {
  const all = (Array.isArray(value) ? value : [value]) as readonly { CapacityUnits: number }[];
  return all.reduce((sum, { CapacityUnits }) => sum + CapacityUnits, 0);
}

const TOTAL = { TableName: '@', ReturnConsumedCapacity: 'TOTAL' } as const;
const pk = fc.constantFrom('a', 'b').map((S) => ({ S }));
const sk = fc.constantFrom('1', '2', '3', 'x#1', 'x#2').map((S) => ({ S }));
const key = fc.record({ pk, sk });
const number = fc
  .oneof(fc.integer({ min: -20, max: 20 }), fc.constantFrom(0.1, 0.25, 1e6, 1_772_438_400_123))
  .map((n) => ({ N: String(n) }));
const text = fc.constantFrom('', 'x', 'hello', 'żółw', 'y'.repeat(3000)).map((S) => ({ S }));
const set = fc.uniqueArray(fc.constantFrom('1', '2', '3'), { minLength: 1 });
const value = fc.oneof(
  number,
  text,
  fc.boolean().map((BOOL) => ({ BOOL })),
  fc.constant({ NULL: true }),
  set.map((SS) => ({ SS })),
  set.map((NS) => ({ NS })),
  fc.array(fc.oneof(number, text), { maxLength: 3 }).map((L) => ({ L })),
  fc.dictionary(fc.constantFrom('p', 'q'), number).map((M) => ({ M })),
);
const item = fc
  .tuple(
    key,
    fc.record(
      {
        bucket: fc.constantFrom('due', 'late').map((S) => ({ S })),
        at: number,
        n: number,
        v: value,
        w: value,
      },
      { requiredKeys: [] },
    ),
  )
  .map(([keys, more]) => ({ ...keys, ...more }));
const CONDITIONS = [
  'attribute_not_exists(pk)',
  'attribute_exists(n) AND NOT contains(v, :v)',
  'n = :n OR n < :n',
  'v <> :v AND n BETWEEN :n AND :n',
  'attribute_type(v, :type) OR size(v) > :n',
  'n IN (:n, :v) OR begins_with(v, :text)',
  '(attribute_not_exists(n) OR n <= :n) AND (v = :v OR w = :v)',
];
const UPDATES = [
  'SET n = if_not_exists(n, :n) + :n',
  'SET v = :v, w = v REMOVE n',
  'ADD n :n, s :set',
  'DELETE s :set SET n = :n - :n',
  'SET #bucket = :text, #at = :n',
  'REMOVE #bucket, #at, n',
  'SET v.p = :v, w[1] = :n',
  'SET w = list_append(if_not_exists(w, :list), :list)',
];
const KEY_CONDITIONS = [
  'pk = :pk',
  'pk = :pk AND sk = :sk',
  'pk = :pk AND sk < :sk',
  'pk = :pk AND sk <= :sk',
  'pk = :pk AND sk > :sk',
  'pk = :pk AND sk >= :sk',
  'pk = :pk AND begins_with(sk, :sk)',
  'pk = :pk AND sk BETWEEN :sk AND :to',
];
const FILTERS = [undefined, 'attribute_exists(n)', 'n > :n', 'NOT v = :v'];

const drawn = fc.record({ n: number, v: value, text: text.filter(({ S }) => S !== ''), set });
/** Only what an expression mentions may be given. */
function used(
  expression: string,
  { n, v, text, set }: { n: unknown; v: unknown; text: unknown; set: unknown },
  more = {},
) {
  const all = {
    ...{ ':n': n, ':v': v, ':text': text, ':set': { SS: set }, ':type': { S: 'N' } },
    ...{ ':list': { L: [n] }, ...more },
  };
  const values = Object.fromEntries(
    Object.entries(all).filter(([name]) => new RegExp(`${name}\\b`).test(expression)),
  );
  return {
    ...(Object.keys(values).length > 0 && { ExpressionAttributeValues: values }),
    ...(expression.includes('#') && { ExpressionAttributeNames: namesIn(expression) }),
  };
}
const namesIn = (expression: string) =>
  Object.fromEntries([...expression.matchAll(/#(\w+)/g)].map(([name, plain]) => [name, plain]));

const conditioned = fc
  .option(fc.tuple(fc.constantFrom(...CONDITIONS), drawn), { nil: undefined })
  .map((one) => (one ? { ConditionExpression: one[0], ...used(one[0], one[1]) } : {}));
const put = fc.tuple(item, conditioned).map(([Item, more]) => ({ Item, ...more }));
const updating = fc
  .tuple(key, fc.constantFrom(...UPDATES), drawn)
  .map(([Key, UpdateExpression, values]) => ({
    ...{ Key, UpdateExpression },
    ...used(UpdateExpression, values),
  }));
// of an item that was not there before the other returns its key as the old one, which AWS does not
const returning = fc.constantFrom('NONE', 'ALL_NEW');
const request: fc.Arbitrary<Request> = fc.oneof(
  {
    weight: 4,
    arbitrary: put.map(
      (one): Request => [
        'PutItem',
        { ...TOTAL, ...one, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
      ],
    ),
  },
  {
    weight: 4,
    arbitrary: fc
      .tuple(updating, returning)
      .map(
        ([one, ReturnValues]): Request => [
          'UpdateItem',
          { ...TOTAL, ...one, ReturnValues } as unknown as JsonObject,
        ],
      ),
  },
  fc
    .tuple(key, conditioned)
    .map(
      ([Key, more]): Request => ['DeleteItem', { ...TOTAL, Key, ...more, ReturnValues: 'ALL_OLD' }],
    ),
  fc
    .tuple(key, fc.boolean())
    .map(([Key, ConsistentRead]): Request => ['GetItem', { ...TOTAL, Key, ConsistentRead }]),
  fc
    .uniqueArray(key, { minLength: 1, selector: (one) => JSON.stringify(one) })
    .map(
      (Keys): Request => [
        'BatchGetItem',
        { RequestItems: { '@': { Keys, ConsistentRead: true } }, ReturnConsumedCapacity: 'TOTAL' },
      ],
    ),
  fc
    .uniqueArray(item, { minLength: 1, maxLength: 5, selector: (one) => `${one.pk.S}${one.sk.S}` })
    .map(
      (items): Request => [
        'BatchWriteItem',
        {
          RequestItems: { '@': items.map((Item) => ({ PutRequest: { Item } })) },
          ReturnConsumedCapacity: 'TOTAL',
        },
      ],
    ),
  {
    weight: 2,
    arbitrary: fc
      .uniqueArray(
        fc.oneof(
          put.map((one) => ({
            Put: { TableName: '@', ...one, ReturnValuesOnConditionCheckFailure: 'ALL_OLD' },
          })),
          updating.map((one) => ({ Update: { TableName: '@', ...one } })),
          key.map((Key) => ({ Delete: { TableName: '@', Key } })),
          key.map((Key) => ({
            ConditionCheck: { TableName: '@', Key, ConditionExpression: 'attribute_exists(n)' },
          })),
        ),
        { minLength: 1, maxLength: 4, selector: (one) => JSON.stringify(keyOf(one)) },
      )
      .map(
        (TransactItems): Request => [
          'TransactWriteItems',
          { TransactItems, ReturnConsumedCapacity: 'TOTAL' } as unknown as JsonObject,
        ],
      ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({
        keys: fc.constantFrom(...KEY_CONDITIONS),
        filter: fc.constantFrom(...FILTERS),
        values: drawn,
        pk,
        sk,
        limit: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
        forward: fc.boolean(),
      })
      .map(
        ({ keys, filter, values, pk, sk, limit, forward }): Request => [
          'Query',
          {
            ...TOTAL,
            KeyConditionExpression: keys,
            ...(filter && { FilterExpression: filter }),
            ...used(`${keys} ${filter ?? ''}`, values, {
              ':pk': pk,
              ':sk': sk,
              ':to': { S: 'x#2' },
            }),
            ...(limit && { Limit: limit }),
            ScanIndexForward: forward,
          } as JsonObject,
        ],
      ),
  },
  fc.tuple(fc.constantFrom('due', 'late'), number, fc.boolean()).map(
    ([S, until, ScanIndexForward]): Request => [
      'Query',
      {
        ...TOTAL,
        IndexName: 'due',
        KeyConditionExpression: 'bucket = :b AND #at <= :until'.replace('bucket', '#b'),
        ExpressionAttributeNames: { '#b': 'bucket', '#at': 'at' },
        ExpressionAttributeValues: { ':b': { S }, ':until': until },
        ScanIndexForward,
      },
    ],
  ),
  fc.constantFrom('due', 'late').map(
    (S): Request => [
      'Query',
      {
        ...TOTAL,
        IndexName: 'list',
        KeyConditionExpression: '#b = :b',
        ExpressionAttributeNames: { '#b': 'bucket' },
        ExpressionAttributeValues: { ':b': { S } },
      },
    ],
  ),
);

const keyOf = (part: object): unknown => {
  const [one] = Object.values(part) as readonly {
    Item?: { pk: unknown; sk: unknown };
    Key?: unknown;
  }[];
  return one?.Key ?? { pk: one?.Item?.pk, sk: one?.Item?.sk };
};

describe.skipIf(missing !== undefined)(
  `DynamoDB in this process${missing ? ` (${missing})` : ''}`,
  () => {
    it('answers as another DynamoDB does, whatever is asked in whatever order', async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(request, { minLength: 1, maxLength: 25 }), async (requests) => {
          const { ours, theirs } = await bothAnswer(requests);
          expect(ours).toEqual(theirs);
        }),
        { numRuns: 60 },
      );
    });

    it('refuses the same words as names', async () => {
      const words = [...RESERVED_WORDS, 'arn', 'campaign', 'sk', 'expires', 'version', 'holder'];
      const { ours, theirs } = await bothAnswer(
        words.map(
          (word): Request => [
            'UpdateItem',
            {
              TableName: '@',
              Key: { pk: { S: 'a' }, sk: { S: '1' } },
              UpdateExpression: `SET x = if_not_exists(${word.toLowerCase()}, :one)`,
              ExpressionAttributeValues: { ':one': { N: '1' } },
            },
          ],
        ),
      );
      expect(ours).toEqual(theirs);
    });
  },
);
