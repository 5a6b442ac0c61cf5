import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { REPLACE_VARIABLE } from '../../../../lib/local/dynamodb/external-endpoint.ts';
import { ENDPOINT_VARIABLE } from '../../../../lib/local/dynamodb/given-endpoint.ts';
import { startDynamoDb } from '../../../support/dynoxide.ts';
import { startCloud } from '../support/assembly.ts';

const TABLE = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: 'notes',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  },
};

describe('a DynamoDB of the user’s own choice', () => {
  it('holds the tables instead of the embedded one, and outlives the cloud', async () => {
    const { direct } = await ownDynamoDb();

    const cloud = await startCloud(APP);
    const client = new DynamoDBClient(cloud.clientConfig());
    await client.send(new PutItemCommand({ TableName: 'notes', Item: { pk: { S: 'a' } } }));
    await cloud.stop();

    expect((await direct.send(GET_A)).Item).toEqual({ pk: { S: 'a' } });
  });

  it('that still has the tables is left as it is, and the tables are named', async () => {
    const { endpoint, direct } = await ownDynamoDb();
    await (await startCloud(APP)).stop();
    await direct.send(new PutItemCommand({ TableName: 'notes', Item: { pk: { S: 'a' } } }));

    await expect(startCloud(APP)).rejects.toThrow(
      `the DynamoDB at ${endpoint} already has notes: a run starts with empty tables. Set ${REPLACE_VARIABLE}=1`,
    );

    expect((await direct.send(GET_A)).Item).toEqual({ pk: { S: 'a' } });
  });

  it('has the tables of an earlier run, and no others, replaced by empty ones when told so', async () => {
    const { direct } = await ownDynamoDb();
    await (await startCloud(APP)).stop();
    await (await startCloud(OTHER)).stop();
    for (const TableName of ['notes', 'other'])
      await direct.send(new PutItemCommand({ TableName, Item: { pk: { S: 'a' } } }));
    vi.stubEnv(REPLACE_VARIABLE, '1');

    const cloud = await startCloud(APP);
    await cloud.stop();

    expect((await direct.send(GET_A)).Item).toBeUndefined();
    const other = new GetItemCommand({ TableName: 'other', Key: { pk: { S: 'a' } } });
    expect((await direct.send(other)).Item).toEqual({ pk: { S: 'a' } });
  });

  it.each([
    ['https://127.0.0.1:1', 'write it like http://127.0.0.1:8000'],
    ['127.0.0.1:1', 'write it like http://127.0.0.1:8000'],
    ['http://127.0.0.1:1', 'does not answer as a DynamoDB: connect ECONNREFUSED'],
  ])('%s is refused with what is wrong', async (endpoint, told) => {
    vi.stubEnv(ENDPOINT_VARIABLE, endpoint);
    onTestFinished(() => void vi.unstubAllEnvs());

    await expect(startCloud(APP)).rejects.toThrow(told);
  });
});

const APP = { stacks: { App: { Resources: { Notes: TABLE } } } };
const OTHER = {
  stacks: {
    App: {
      Resources: { Other: { ...TABLE, Properties: { ...TABLE.Properties, TableName: 'other' } } },
    },
  },
};
const GET_A = new GetItemCommand({ TableName: 'notes', Key: { pk: { S: 'a' } } });

/** An endpoint that the next clouds use, and a client that asks it without them. */
async function ownDynamoDb() {
  const own = await startDynamoDb({});
  onTestFinished(() => own.stop());
  const endpoint = `http://${own.host}:${own.port}`;
  vi.stubEnv(ENDPOINT_VARIABLE, endpoint);
  onTestFinished(() => void vi.unstubAllEnvs());
  const credentials = { accessKeyId: 'own', secretAccessKey: 'own' };
  return {
    endpoint,
    direct: new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials }),
  };
}
