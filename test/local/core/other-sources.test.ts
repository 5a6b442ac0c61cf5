import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { startCloud } from './support/assembly.ts';
import { att, consumes, fn, lambdaRole, mapping, queue, role } from './support/templates.ts';

const LISTENER = `export const handler = async ({ Records }) => {
  for (const { kinesis, eventSourceARN } of Records)
    console.log(JSON.stringify({ said: Buffer.from(kinesis.data, 'base64').toString(), key: kinesis.partitionKey, from: eventSourceARN.split('/')[1] }));
};`;

it('records put on a Kinesis stream from inside reach its function', async () => {
  const cloud = await startCloud({
    stacks: {
      App: {
        Resources: {
          Agents: { Type: 'AWS::Kinesis::Stream', Properties: { Name: 'agents', ShardCount: 1 } },
          Role: lambdaRole([
            {
              actions: ['kinesis:GetRecords', 'kinesis:GetShardIterator'],
              resources: [att('Agents')],
            },
          ]),
          Listener: fn('listener', 'Role'),
          Mapping: mapping('Listener', att('Agents'), { StartingPosition: 'LATEST' }),
        },
      },
    },
    assets: { listener: LISTENER },
  });

  const stream = cloud.kinesis.withArn('arn:aws:kinesis:eu-central-1:000000000000:stream/agents');
  stream.put([{ partitionKey: 'ann', data: 'free' }]);
  await cloud.time.untilQuiet();

  expect(cloud.logs.entries()).toEqual([{ said: 'free', key: 'ann', from: 'agents' }]);
});

it('a pipe takes from a queue what its filter lets through and puts it on the bus', async () => {
  const cloud = await startCloud({
    stacks: {
      App: {
        Resources: {
          In: queue(),
          Role: role('pipes.amazonaws.com', [
            consumes('In'),
            { actions: ['events:PutEvents'], resources: ['*'] },
          ]),
          Pipe: {
            Type: 'AWS::Pipes::Pipe',
            Properties: {
              RoleArn: att('Role'),
              Source: att('In'),
              SourceParameters: {
                FilterCriteria: { Filters: [{ Pattern: '{"body":{"kind":["call"]}}' }] },
              },
              Target: {
                'Fn::Sub': 'arn:aws:events:${AWS::Region}:${AWS::AccountId}:event-bus/default',
              },
              TargetParameters: {
                InputTemplate: '{"message": <$.body>}',
                EventBridgeEventBusParameters: { Source: 'queue', DetailType: 'Said' },
              },
            },
          },
        },
      },
    },
  });
  const sqs = new SQSClient(cloud.clientConfig());
  const { ref } = cloud.resource('In');

  for (const kind of ['call', 'noise'])
    await sqs.send(
      new SendMessageCommand({ QueueUrl: ref, MessageBody: JSON.stringify({ kind }) }),
    );
  await cloud.time.untilQuiet();

  expect(cloud.buses.history()).toMatchObject([
    { source: 'queue', 'detail-type': 'Said', detail: { message: '{"kind":"call"}' } },
  ]);
  expect(cloud.queues.withName('App-In').counts()).toEqual({
    available: 0,
    delayed: 0,
    inFlight: 0,
  });
});
