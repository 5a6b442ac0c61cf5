import { DynamoDBClient, GetItemCommand, PutItemCommand } from '@aws-sdk/client-dynamodb';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import {
  ENDPOINT_VARIABLE,
  startDynamoDb,
} from '../../../../lib/local/dynamodb/dynamodb-process.ts';
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
    const own = await startDynamoDb({});
    onTestFinished(() => own.stop());
    const endpoint = `http://${own.host}:${own.port}`;
    vi.stubEnv(ENDPOINT_VARIABLE, endpoint);
    onTestFinished(() => void vi.unstubAllEnvs());

    const cloud = await startCloud({ stacks: { App: { Resources: { Notes: TABLE } } } });
    const client = new DynamoDBClient(cloud.clientConfig());
    await client.send(new PutItemCommand({ TableName: 'notes', Item: { pk: { S: 'a' } } }));
    await cloud.stop();

    const credentials = { accessKeyId: 'own', secretAccessKey: 'own' };
    const direct = new DynamoDBClient({ endpoint, region: 'eu-central-1', credentials });
    const command = new GetItemCommand({ TableName: 'notes', Key: { pk: { S: 'a' } } });
    expect((await direct.send(command)).Item).toEqual({ pk: { S: 'a' } });
  });
});
