// A DynamoDB for contract tests: the dynoxide binary, or the endpoint RINGBACK_DYNAMODB_ENDPOINT
// names. Every test gets tables of its own, keyed as lib/infra makes them.
import { CreateTableCommand, type CreateTableCommandInput } from '@aws-sdk/client-dynamodb';
import { type Dynamo, dynamo, dynamoClient } from '../../lib/aws/dynamodb/document-table.ts';
import { ENDPOINT_VARIABLE } from '../../lib/local/dynamodb/given-endpoint.ts';
import { dynoxideBinary, startDynamoDb } from './dynoxide.ts';

export interface TestTables {
  readonly db: Dynamo;
  readonly records: string;
  readonly dueIndex: string;
  readonly listIndex: string;
  readonly journal: string;
  readonly runtime: string;
}

/** Why there is no DynamoDB to test against; undefined when there is one. */
export function noDynamoDb(): string | undefined {
  if (process.env[ENDPOINT_VARIABLE]) return undefined;
  try {
    dynoxideBinary();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export async function dynamoTables(): Promise<{
  /** For what our own layer has no word for: filling a table, counting requests. */
  readonly client: ReturnType<typeof dynamoClient>;
  readonly fresh: () => Promise<TestTables>;
  readonly stop: () => void;
}> {
  const { host, port, stop } = await startDynamoDb();
  const client = dynamoClient({
    endpoint: `http://${host}:${port}`,
    region: 'eu-central-1',
    credentials: { accessKeyId: 'test', secretAccessKey: 'test' },
  });
  let made = 0;
  const create = async (name: string, index?: string) => {
    await client.sdk.send(new CreateTableCommand(tableDefinition(name, index)));
    return name;
  };
  return {
    client,
    async fresh() {
      const n = `${process.pid}-${made++}`;
      return {
        db: dynamo(client),
        records: await create(`records-${n}`, 'due'),
        dueIndex: 'due',
        listIndex: 'list',
        journal: await create(`journal-${n}`),
        runtime: await create(`runtime-${n}`),
      };
    },
    stop,
  };
}

export function tableDefinition(
  TableName: string,
  index: string | undefined,
): CreateTableCommandInput {
  const key = (pk: string, sk: string) => [
    { AttributeName: pk, KeyType: 'HASH' as const },
    { AttributeName: sk, KeyType: 'RANGE' as const },
  ];
  const text = (AttributeName: string) => ({ AttributeName, AttributeType: 'S' as const });
  const base = { TableName, BillingMode: 'PAY_PER_REQUEST', KeySchema: key('pk', 'sk') } as const;
  if (!index) return { ...base, AttributeDefinitions: [text('pk'), text('sk')] };
  return {
    ...base,
    AttributeDefinitions: [
      text('pk'),
      text('sk'),
      text('bucket'),
      { AttributeName: 'at', AttributeType: 'N' },
      text('campaign'),
      { AttributeName: 'createdAt', AttributeType: 'N' },
    ],
    GlobalSecondaryIndexes: [
      {
        IndexName: index,
        KeySchema: key('bucket', 'at'),
        Projection: { ProjectionType: 'ALL' },
      },
      {
        IndexName: 'list',
        KeySchema: key('campaign', 'createdAt'),
        Projection: { ProjectionType: 'KEYS_ONLY' },
      },
    ],
  };
}
