import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import {
  GetQueueAttributesCommand,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { bundled, NOON, startCloud } from './support/assembly.ts';
import { att, consumes, fn, lambdaRole, mapping, queue, ref } from './support/templates.ts';

const outputs = (...ids: readonly string[]) =>
  Object.fromEntries(ids.map((id) => [id, { Value: ref(id) }]));

/** Writes what it gets to its log. */
const LOGGER = `export const handler = async (event) => {
  for (const record of event.Records) {
    console.log(JSON.stringify({ body: record.body, at: new Date().toISOString(), tries: record.attributes.ApproximateReceiveCount }));
    if (record.body === 'poison') throw new Error('cannot');
  }
};`;

function workers(
  queueProperties: Readonly<Record<string, unknown>>,
  more: Readonly<Record<string, unknown>> = {},
) {
  return {
    stacks: {
      App: {
        Resources: {
          Work: queue(queueProperties),
          Dead: queue(),
          WorkerRole: lambdaRole([consumes('Work')]),
          Worker: fn('worker', 'WorkerRole'),
          Mapping: mapping('Worker', att('Work'), more),
        },
        Outputs: outputs('Work', 'Dead', 'Worker'),
      },
    },
    assets: { worker: LOGGER },
  };
}

it('delivers a delayed message when its simulated time has come', async () => {
  const cloud = await startCloud(workers({ DelaySeconds: 0 }));
  const sqs = new SQSClient(cloud.clientConfig());
  const { Work } = cloud.outputs('App');

  await sqs.send(new SendMessageCommand({ QueueUrl: Work, MessageBody: 'a', DelaySeconds: 600 }));
  await cloud.time.untilQuiet();

  expect(cloud.logs.entries()).toEqual([{ body: 'a', at: '2026-03-07T12:10:00.000Z', tries: '1' }]);
});

it('hands over messages of one call in one batch', async () => {
  const cloud = await startCloud(workers({}));
  const sqs = new SQSClient(cloud.clientConfig());
  const { Work } = cloud.outputs('App');

  await sqs.send(
    new SendMessageBatchCommand({
      QueueUrl: Work,
      Entries: ['a', 'b', 'c'].map((MessageBody) => ({ Id: MessageBody, MessageBody })),
    }),
  );
  await cloud.time.untilQuiet();

  expect(cloud.logs.entries().map((entry) => entry.body)).toEqual(['a', 'b', 'c']);
  expect(cloud.meter.calls('lambda', 'Invocation')).toBe(1);
});

it('moves a message to the dead letters after it was received as often as allowed', async () => {
  const cloud = await startCloud(
    workers({
      VisibilityTimeout: 60,
      RedrivePolicy: { deadLetterTargetArn: att('Dead'), maxReceiveCount: 3 },
    }),
  );
  const sqs = new SQSClient(cloud.clientConfig());
  const { Work, Dead } = cloud.outputs('App');

  await sqs.send(new SendMessageCommand({ QueueUrl: Work, MessageBody: 'poison' }));
  await cloud.time.untilQuiet();

  expect(cloud.logs.entries()).toEqual([
    { body: 'poison', at: '2026-03-07T12:00:00.000Z', tries: '1' },
    { body: 'poison', at: '2026-03-07T12:01:00.000Z', tries: '2' },
    { body: 'poison', at: '2026-03-07T12:02:00.000Z', tries: '3' },
  ]);
  const dead = await sqs.send(new ReceiveMessageCommand({ QueueUrl: Dead }));
  expect(dead.Messages?.map((message) => message.Body)).toEqual(['poison']);
});

it('brings back only the messages a partial failure names', async () => {
  const source = workers(
    { RedrivePolicy: { deadLetterTargetArn: att('Dead'), maxReceiveCount: 1 } },
    { FunctionResponseTypes: ['ReportBatchItemFailures'] },
  );
  const cloud = await startCloud({
    ...source,
    assets: {
      worker: `export const handler = async ({ Records }) => ({
        batchItemFailures: Records.filter((r) => r.body === 'bad').map((r) => ({ itemIdentifier: r.messageId })),
      });`,
    },
  });
  const sqs = new SQSClient(cloud.clientConfig());
  const { Work, Dead } = cloud.outputs('App');

  for (const MessageBody of ['good', 'bad', 'fine'])
    await sqs.send(new SendMessageCommand({ QueueUrl: Work, MessageBody }));
  await cloud.time.untilQuiet();

  const { Attributes } = await sqs.send(
    new GetQueueAttributesCommand({ QueueUrl: Work, AttributeNames: ['All'] }),
  );
  expect(Attributes?.ApproximateNumberOfMessages).toBe('0');
  const dead = await sqs.send(new ReceiveMessageCommand({ QueueUrl: Dead }));
  expect(dead.Messages?.map((message) => message.Body)).toEqual(['bad']);
});

const CLIENT = bundled(`
  import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
  const sqs = new SQSClient({ maxAttempts: 1 });
  export const handler = async ({ body }) => {
    const sent = await sqs.send(new SendMessageCommand({ QueueUrl: process.env.QUEUE, MessageBody: body,
      MessageAttributes: { kind: { DataType: 'String', StringValue: 'test' } } }));
    return { id: sent.MessageId, keys: Object.keys(process.env).filter((key) => key.startsWith('QUE')),
      now: Date.now(), made: new Date().toISOString(), isDate: new Date(0) instanceof Date, text: Date().slice(0, 15) };
  };`);

function sender(grants: Parameters<typeof lambdaRole>[0]) {
  return {
    stacks: {
      App: {
        Resources: {
          Work: queue(),
          SenderRole: lambdaRole(grants),
          Sender: fn('sender', 'SenderRole', {
            Environment: { Variables: { QUEUE: ref('Work') } },
          }),
        },
        Outputs: outputs('Work', 'Sender'),
      },
    },
    assets: { sender: CLIENT },
  };
}

it('runs bundles that reach the cloud through their environment and see simulated time', async () => {
  const cloud = await startCloud(
    sender([{ actions: ['sqs:SendMessage'], resources: [att('Work')] }]),
  );
  const { Sender, Work } = cloud.outputs('App');

  const lambda = new LambdaClient(cloud.clientConfig());
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: Sender, Payload: JSON.stringify({ body: 'hello' }) }),
  );

  expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toEqual({
    id: expect.any(String),
    keys: ['QUEUE'],
    now: NOON,
    made: '2026-03-07T12:00:00.000Z',
    isDate: true,
    text: 'Sat Mar 07 2026',
  });
  const sqs = new SQSClient(cloud.clientConfig());
  const { Messages } = await sqs.send(
    new ReceiveMessageCommand({ QueueUrl: Work, MessageAttributeNames: ['All'] }),
  );
  expect(Messages?.map(({ Body, MessageAttributes }) => [Body, MessageAttributes])).toEqual([
    ['hello', { kind: { DataType: 'String', StringValue: 'test' } }],
  ]);
});

it('refuses what the role does not allow, naming principal, action and resource', async () => {
  const cloud = await startCloud(
    sender([{ actions: ['sqs:ReceiveMessage'], resources: [att('Work')] }]),
  );

  const lambda = new LambdaClient(cloud.clientConfig());
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: cloud.outputs('App').Sender, Payload: '{"body":"x"}' }),
  );

  expect(answer.FunctionError).toBe('Unhandled');
  expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toMatchObject({
    errorType: 'AccessDeniedException',
    errorMessage:
      'User: arn:aws:iam::000000000000:role/App-SenderRole is not authorized to perform: sqs:SendMessage on resource: arn:aws:sqs:eu-central-1:000000000000:App-Work because no identity-based policy allows it or one denies it',
  });
});

it('tells whoever waits for time that a mapping may not read its queue', async () => {
  const source = workers({});
  const resources = { ...source.stacks.App.Resources, WorkerRole: lambdaRole() };
  const cloud = await startCloud({
    ...source,
    stacks: { App: { ...source.stacks.App, Resources: resources } },
  });
  const sqs = new SQSClient(cloud.clientConfig());

  await sqs.send(new SendMessageCommand({ QueueUrl: cloud.outputs('App').Work, MessageBody: 'a' }));

  await expect(cloud.time.untilQuiet()).rejects.toThrow(
    /role\/App-WorkerRole is not authorized to perform: sqs:ReceiveMessage/,
  );
});

it('ends a function that exceeds its timeout, as an error of that function', async () => {
  const cloud = await startCloud(
    {
      stacks: {
        App: {
          Resources: { Role: lambdaRole(), Slow: fn('slow', 'Role', { Timeout: 1 }) },
          Outputs: outputs('Slow'),
        },
      },
      assets: {
        slow: 'export const handler = () => new Promise(() => setInterval(() => {}, 1000));',
      },
    },
    { patience: 0.2 },
  );

  const lambda = new LambdaClient(cloud.clientConfig());
  const answer = await lambda.send(
    new InvokeCommand({ FunctionName: cloud.outputs('App').Slow, Payload: '{}' }),
  );

  expect(JSON.parse(answer.Payload?.transformToString() ?? '')).toEqual({
    errorType: 'Sandbox.Timedout',
    errorMessage: 'Task timed out after 1.00 seconds',
    trace: [],
  });
});
