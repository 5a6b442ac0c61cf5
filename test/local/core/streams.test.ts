import {
  DynamoDBClient,
  PutItemCommand,
  TransactWriteItemsCommand,
} from '@aws-sdk/client-dynamodb';
import { ReceiveMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { type AssemblySource, startCloud } from './support/assembly.ts';
import { att, fn, lambdaRole, mapping, queue, ref, role } from './support/templates.ts';

const table = {
  Type: 'AWS::DynamoDB::Table',
  Properties: {
    TableName: 'journal',
    AttributeDefinitions: [{ AttributeName: 'pk', AttributeType: 'S' }],
    KeySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
    BillingMode: 'PAY_PER_REQUEST',
    StreamSpecification: { StreamViewType: 'NEW_IMAGE' },
  },
};
const readsStream = {
  actions: ['dynamodb:DescribeStream', 'dynamodb:GetRecords', 'dynamodb:GetShardIterator'],
  resources: [att('Journal', 'StreamArn')],
};

/** Fails for any batch that holds the item 'c'. */
const PICKY = `export const handler = async ({ Records }) => {
  const keys = Records.map((r) => r.dynamodb.Keys.pk.S);
  console.log(JSON.stringify({ keys, at: new Date().toISOString() }));
  if (keys.includes('c')) throw new Error('c is not to my taste');
};`;

function reader(more: Readonly<Record<string, unknown>>, source = PICKY): AssemblySource {
  return {
    stacks: {
      App: {
        Resources: {
          Journal: table,
          Dead: queue(),
          ReaderRole: lambdaRole([
            readsStream,
            { actions: ['sqs:SendMessage'], resources: [att('Dead')] },
          ]),
          Reader: fn('reader', 'ReaderRole'),
          Mapping: mapping('Reader', att('Journal', 'StreamArn'), {
            StartingPosition: 'LATEST',
            ...more,
          }),
        },
        Outputs: { Dead: { Value: ref('Dead') } },
      },
    },
    assets: { reader: source },
  };
}

const put = (pk: string) => ({ Put: { TableName: 'journal', Item: { pk: { S: pk } } } });

it('splits a failing batch until only the bad record is left, and hands that to the dead letters', async () => {
  const cloud = await startCloud(
    reader({
      BatchSize: 10,
      BisectBatchOnFunctionError: true,
      MaximumRetryAttempts: 1,
      DestinationConfig: { OnFailure: { Destination: att('Dead') } },
    }),
  );
  const dynamo = new DynamoDBClient(cloud.clientConfig());

  await dynamo.send(
    new TransactWriteItemsCommand({ TransactItems: ['a', 'b', 'c', 'd'].map(put) }),
  );
  await cloud.time.untilQuiet();

  expect(cloud.logs.entries()).toEqual([
    { keys: ['a', 'b', 'c', 'd'], at: '2026-03-07T12:00:00.000Z' },
    { keys: ['a', 'b'], at: '2026-03-07T12:00:00.000Z' },
    { keys: ['c', 'd'], at: '2026-03-07T12:00:00.000Z' },
    { keys: ['c'], at: '2026-03-07T12:00:00.000Z' },
    { keys: ['c'], at: '2026-03-07T12:00:01.000Z' },
    { keys: ['d'], at: '2026-03-07T12:00:01.000Z' },
  ]);
  const sqs = new SQSClient(cloud.clientConfig());
  const dead = await sqs.send(new ReceiveMessageCommand({ QueueUrl: cloud.outputs('App').Dead }));
  expect(JSON.parse(dead.Messages?.[0]?.Body ?? '')).toMatchObject({
    requestContext: { condition: 'RetryAttemptsExhausted', approximateInvokeCount: 2 },
    timestamp: '2026-03-07T12:00:01.000Z',
    DDBStreamBatchInfo: { batchSize: 1 },
  });
});

it('goes on at the first record that a partial failure names', async () => {
  const source = `let calls = 0;
    export const handler = async ({ Records }) => {
      const keys = Records.map((r) => r.dynamodb.Keys.pk.S);
      console.log(JSON.stringify({ keys }));
      const bad = Records.find((r) => r.dynamodb.Keys.pk.S === 'b');
      return { batchItemFailures: calls++ === 0 ? [{ itemIdentifier: bad.dynamodb.SequenceNumber }] : [] };
    };`;
  const cloud = await startCloud(
    reader({ FunctionResponseTypes: ['ReportBatchItemFailures'] }, source),
  );
  const dynamo = new DynamoDBClient(cloud.clientConfig());

  await dynamo.send(new TransactWriteItemsCommand({ TransactItems: ['a', 'b', 'c'].map(put) }));
  await cloud.time.untilQuiet();

  expect(cloud.logs.entries()).toEqual([{ keys: ['a', 'b', 'c'] }, { keys: ['b', 'c'] }]);
});

it('invokes the function only for records its filter lets through', async () => {
  const filter = {
    eventName: ['INSERT'],
    dynamodb: { Keys: { pk: { S: [{ prefix: 'call-' }] } } },
  };
  const cloud = await startCloud(
    reader({ FilterCriteria: { Filters: [{ Pattern: JSON.stringify(filter) }] } }),
  );
  const dynamo = new DynamoDBClient(cloud.clientConfig());

  await dynamo.send(
    new TransactWriteItemsCommand({ TransactItems: ['call-1', 'sms-1', 'call-2'].map(put) }),
  );
  await cloud.time.untilQuiet();

  expect(cloud.logs.entries().map((entry) => entry.keys)).toEqual([['call-1', 'call-2']]);
});

/** A table's stream, enriched or not, published on a bus whose rule writes to a queue. */
function pipeline(more: { enrichment?: string; grants?: readonly string[] } = {}): AssemblySource {
  const grants = more.grants ?? ['events:PutEvents', 'lambda:InvokeFunction'];
  const ruleArn = att('Rule');
  return {
    stacks: {
      App: {
        Resources: {
          Journal: table,
          Bus: { Type: 'AWS::Events::EventBus', Properties: { Name: 'ringback' } },
          EnrichRole: lambdaRole(),
          Enrich: fn('enrich', 'EnrichRole'),
          PipeRole: role('pipes.amazonaws.com', [
            readsStream,
            { actions: [...grants], resources: ['*'] },
          ]),
          Pipe: {
            Type: 'AWS::Pipes::Pipe',
            Properties: {
              RoleArn: att('PipeRole'),
              Source: att('Journal', 'StreamArn'),
              SourceParameters: { DynamoDBStreamParameters: { StartingPosition: 'LATEST' } },
              Enrichment: more.enrichment ? att('Enrich') : undefined,
              Target: att('Bus'),
              TargetParameters: {
                InputTemplate:
                  '{"kind": <$.dynamodb.NewImage.kind.S>, "text": "it is <$.dynamodb.NewImage.pk.S>"}',
                EventBridgeEventBusParameters: {
                  DetailType: '$.dynamodb.NewImage.kind.S',
                  Source: 'ringback',
                },
              },
            },
          },
          Events: queue(),
          Rule: {
            Type: 'AWS::Events::Rule',
            Properties: {
              EventBusName: ref('Bus'),
              EventPattern: { source: ['ringback'], 'detail-type': ['CallEnded'] },
              Targets: [{ Id: 'q', Arn: att('Events'), InputPath: '$.detail' }],
            },
          },
          Policy: {
            Type: 'AWS::SQS::QueuePolicy',
            Properties: {
              Queues: [ref('Events')],
              PolicyDocument: {
                Statement: [
                  {
                    Effect: 'Allow',
                    Action: 'sqs:SendMessage',
                    Principal: { Service: 'events.amazonaws.com' },
                    Resource: att('Events'),
                    Condition: { ArnEquals: { 'aws:SourceArn': ruleArn } },
                  },
                ],
              },
            },
          },
        },
        Outputs: { Events: { Value: ref('Events') } },
      },
    },
    assets: { enrich: more.enrichment ?? 'export const handler = async (batch) => batch;' },
  };
}

const journal = (pk: string, kind: string) =>
  new PutItemCommand({ TableName: 'journal', Item: { pk: { S: pk }, kind: { S: kind } } });

async function bodies(cloud: Awaited<ReturnType<typeof startCloud>>): Promise<readonly unknown[]> {
  const sqs = new SQSClient(cloud.clientConfig());
  const received = await sqs.send(
    new ReceiveMessageCommand({
      QueueUrl: cloud.outputs('App').Events,
      MaxNumberOfMessages: 10,
    }),
  );
  return (received.Messages ?? []).map(({ Body }) => JSON.parse(Body ?? ''));
}

it('publishes written items through a pipe, bus and rule to a queue', async () => {
  const cloud = await startCloud(pipeline());
  const dynamo = new DynamoDBClient(cloud.clientConfig());

  await dynamo.send(journal('1', 'CallEnded'));
  await dynamo.send(journal('2', 'CallStarted'));
  await cloud.time.untilQuiet();

  expect(await bodies(cloud)).toEqual([{ kind: 'CallEnded', text: 'it is 1' }]);
});

it('lets an enrichment change and drop what goes through a pipe', async () => {
  const enrichment = `export const handler = async (batch) => batch
    .filter((r) => r.dynamodb.NewImage.pk.S !== '2')
    .map((r) => ({ dynamodb: { NewImage: { ...r.dynamodb.NewImage, pk: { S: 'enriched' } } } }));`;
  const cloud = await startCloud(pipeline({ enrichment }));
  const dynamo = new DynamoDBClient(cloud.clientConfig());

  await dynamo.send(journal('1', 'CallEnded'));
  await dynamo.send(journal('2', 'CallEnded'));
  await cloud.time.untilQuiet();

  expect(await bodies(cloud)).toEqual([{ kind: 'CallEnded', text: 'it is enriched' }]);
});

it('refuses a pipe whose role may not put events', async () => {
  const cloud = await startCloud(pipeline({ grants: ['lambda:InvokeFunction'] }));
  const dynamo = new DynamoDBClient(cloud.clientConfig());

  await dynamo.send(journal('1', 'CallEnded'));

  await expect(cloud.time.untilQuiet()).rejects.toThrow(
    /role\/App-PipeRole is not authorized to perform: events:PutEvents/,
  );
});
