import { DynamoDBClient } from '@aws-sdk/client-dynamodb';
import {
  BatchGetCommand,
  DynamoDBDocumentClient,
  GetCommand,
  PutCommand,
  QueryCommand,
  ScanCommand,
  TransactWriteCommand,
  UpdateCommand,
} from '@aws-sdk/lib-dynamodb';
import { describe, expect, it } from 'vitest';
import {
  type DocumentClient,
  documentClient,
} from '../../../../lib/aws/dynamodb/document-client.ts';
import { answeringAws } from '../../../support/answering-aws.ts';

const key = { pk: 'spring/ann', sk: 'record' };
const item = {
  ...key,
  version: 3,
  fields: { city: 'Brno' },
  part: Buffer.from('abc'),
  gone: undefined,
};
const values = { ':until': 1_772_000_000_000, ':ranks': new Set([1, 2]) };
const stored = {
  pk: { S: 'spring/ann' },
  sk: { S: 'record' },
  version: { N: '3' },
  part: { B: Buffer.from('abc').toString('base64') },
};
const plain = { ...key, version: 3, part: new Uint8Array(Buffer.from('abc')) };

interface Way {
  readonly ours: (client: DocumentClient) => Promise<unknown>;
  readonly theirs: (client: DynamoDBDocumentClient) => Promise<unknown>;
}

const get = { TableName: 't', Key: key, ConsistentRead: true };
const many = { t: { Keys: [key, { pk: 'spring/bob', sk: 'record' }], ConsistentRead: true } };
const put = { TableName: 't', Item: item, ConditionExpression: 'attribute_not_exists(pk)' };
const update = {
  TableName: 't',
  Key: key,
  UpdateExpression: 'ADD #ranks :ranks SET #until = :until',
  ExpressionAttributeNames: { '#ranks': 'ranks', '#until': 'until' },
  ExpressionAttributeValues: values,
};
const query = {
  TableName: 't',
  KeyConditionExpression: 'pk = :until',
  ExpressionAttributeValues: values,
  ExclusiveStartKey: key,
  Limit: 5,
};
const writes = [
  { Put: put },
  { Update: update },
  { Delete: { TableName: 't', Key: key } },
  { ConditionCheck: { TableName: 't', Key: key, ConditionExpression: 'attribute_exists(pk)' } },
];

const WAYS: Readonly<Record<string, Way>> = {
  GetItem: { ours: (one) => one.get(get), theirs: (one) => one.send(new GetCommand(get)) },
  BatchGetItem: {
    ours: (one) => one.getMany(many),
    theirs: (one) => one.send(new BatchGetCommand({ RequestItems: many })),
  },
  Query: { ours: (one) => one.query(query), theirs: (one) => one.send(new QueryCommand(query)) },
  Scan: {
    ours: (one) => one.scan({ TableName: 't', ExclusiveStartKey: key }),
    theirs: (one) => one.send(new ScanCommand({ TableName: 't', ExclusiveStartKey: key })),
  },
  PutItem: { ours: (one) => one.put(put), theirs: (one) => one.send(new PutCommand(put)) },
  UpdateItem: {
    ours: (one) => one.update(update),
    theirs: (one) => one.send(new UpdateCommand(update)),
  },
  TransactWriteItems: {
    ours: (one) => one.transact(writes, 'token'),
    theirs: (one) =>
      one.send(new TransactWriteCommand({ TransactItems: writes, ClientRequestToken: 'token' })),
  },
};

describe('the client for items of plain values', () => {
  it.each(Object.keys(WAYS))("asks for %s as the SDK's document client does", async (action) => {
    const { asked, config } = answeringAws(() => ({ body: {} }));
    const [ours, theirs] = [
      documentClient(config),
      DynamoDBDocumentClient.from(new DynamoDBClient(config), {
        marshallOptions: { removeUndefinedValues: true },
      }),
    ];

    await WAYS[action]?.ours(ours);
    await WAYS[action]?.theirs(theirs);

    const [one, other] = asked;
    expect(one?.body).toEqual(other?.body);
    expect(one?.headers['x-amz-target']).toBe(`DynamoDB_20120810.${action}`);
    for (const header of ['x-amz-target', 'content-type', 'host', 'content-length'])
      expect(one?.headers[header]).toBe(other?.headers[header]);
    // which try it is, a sum that is in the signature, and the agent's name a second time
    const leftOut = new Set(Object.keys(other?.headers ?? {}));
    for (const header of Object.keys(one?.headers ?? {})) leftOut.delete(header);
    expect([...leftOut].toSorted()).toEqual([
      ...['amz-sdk-invocation-id', 'amz-sdk-request', 'x-amz-content-sha256', 'x-amz-user-agent'],
    ]);
  });

  it('gives items as plain values, wherever an answer has one', async () => {
    const { config } = answeringAws(({ headers }) => ({
      body: {
        GetItem: { Item: stored },
        UpdateItem: { Attributes: stored },
        Query: { Items: [stored], LastEvaluatedKey: { pk: { S: 'a' } } },
        BatchGetItem: {
          Responses: { t: [stored] },
          UnprocessedKeys: { t: { Keys: [{ pk: { S: 'a' } }] } },
        },
      }[String(headers['x-amz-target']).split('.')[1] ?? ''],
    }));
    const client = documentClient(config);

    expect(await client.get(get)).toEqual(plain);
    expect(await client.update(update)).toEqual(plain);
    expect(await client.query(query)).toEqual({ items: [plain], next: { pk: 'a' } });
    expect(await client.getMany(many)).toEqual({
      found: { t: [plain] },
      left: { t: { Keys: [{ pk: 'a' }] } },
    });
  });

  it('keeps requests apart that are under way at the same time', async () => {
    const { config } = answeringAws(({ body }) => ({
      body: { Item: (body as { Key: object }).Key },
    }));
    const client = documentClient(config);
    const keys = Array.from({ length: 20 }, (_, n) => ({ pk: `p${n}`, sk: 's' }));

    const found = await Promise.all(keys.map((Key) => client.get({ TableName: 't', Key })));

    expect(found).toEqual(keys);
  });

  it('names what DynamoDB refuses, and carries the item it refuses for', async () => {
    const { config } = answeringAws(() => ({
      error: 'ConditionalCheckFailedException',
      body: { message: 'no', Item: stored },
    }));

    const refused = documentClient(config).put(put);

    await expect(refused).rejects.toMatchObject({
      name: 'ConditionalCheckFailedException',
      Item: stored,
    });
  });
});
