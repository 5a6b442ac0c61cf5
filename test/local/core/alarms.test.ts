import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { expect, it } from 'vitest';
import { startCloud } from './support/assembly.ts';
import { att, consumes, fn, lambdaRole, mapping, queue, ref } from './support/templates.ts';

const MINUTE = 60_000;

const alarm = (properties: Readonly<Record<string, unknown>>) => ({
  Type: 'AWS::CloudWatch::Alarm',
  Properties: {
    AlarmName: 'dead-letters',
    AlarmDescription: 'Something died.',
    Namespace: 'AWS/SQS',
    MetricName: 'ApproximateNumberOfMessagesVisible',
    Dimensions: [{ Name: 'QueueName', Value: att('Dead', 'QueueName') }],
    Statistic: 'Maximum',
    Period: 60,
    EvaluationPeriods: 1,
    Threshold: 0,
    ComparisonOperator: 'GreaterThanThreshold',
    TreatMissingData: 'notBreaching',
    AlarmActions: [ref('Topic')],
    OKActions: [ref('Topic')],
    ...properties,
  },
});

const topicPolicy = (...statements: readonly unknown[]) => ({
  Type: 'AWS::SNS::TopicPolicy',
  Properties: { Topics: [ref('Topic')], PolicyDocument: { Statement: statements } },
});

/** Topics get such a statement where TLS is enforced; it allows nothing. */
const onlyTls = {
  Effect: 'Deny',
  Principal: '*',
  Action: 'sns:Publish',
  Resource: ref('Topic'),
  Condition: { Bool: { 'aws:SecureTransport': 'false' } },
};
const cloudWatch = (account: unknown) => ({
  Effect: 'Allow',
  Principal: { Service: 'cloudwatch.amazonaws.com' },
  Action: 'sns:Publish',
  Resource: ref('Topic'),
  Condition: { StringEquals: { 'aws:SourceAccount': account } },
});

function watched(more: Readonly<Record<string, unknown>> = {}) {
  const resources = {
    Dead: queue(),
    Topic: { Type: 'AWS::SNS::Topic', Properties: {} },
    Mail: {
      Type: 'AWS::SNS::Subscription',
      Properties: { Protocol: 'email', TopicArn: ref('Topic'), Endpoint: 'ops@example.com' },
    },
    Alarm: alarm({}),
    ...more,
  };
  return { stacks: { App: { Resources: resources, Outputs: { Dead: { Value: ref('Dead') } } } } };
}

it('an alarm goes off at the end of the minute, tells its topic, and is OK again later', async () => {
  const cloud = await startCloud(
    watched({ Policy: topicPolicy(onlyTls, cloudWatch(ref('AWS::AccountId'))) }),
  );
  const sqs = new SQSClient(cloud.clientConfig());
  const { Dead } = cloud.outputs('App');
  const began = cloud.time.now();

  await cloud.time.until(began + MINUTE);
  await sqs.send(new SendMessageCommand({ QueueUrl: Dead, MessageBody: 'a' }));
  await cloud.time.until(began + 3 * MINUTE);
  cloud.queues.withUrl(Dead ?? '').purge();
  await cloud.time.until(began + 4 * MINUTE);

  const told = ['ops@example.com'];
  const about = { alarm: 'dead-letters', description: 'Something died.', told };
  expect(cloud.alarms.history()).toEqual([
    { ...about, at: began + MINUTE, from: 'INSUFFICIENT_DATA', to: 'OK' },
    { ...about, at: began + 2 * MINUTE, from: 'OK', to: 'ALARM' },
    { ...about, at: began + 4 * MINUTE, from: 'ALARM', to: 'OK' },
  ]);
});

it('a topic without a policy of its own takes what its account sends, alarms included', async () => {
  const cloud = await startCloud(watched());

  await cloud.time.until(cloud.time.now() + MINUTE);

  expect(cloud.alarms.history().map(({ told }) => told)).toEqual([['ops@example.com']]);
});

it.each([
  ['says nothing of CloudWatch', onlyTls],
  ['allows it for another account', cloudWatch('999999999999')],
])('a topic whose policy %s refuses the alarm, and the run says so', async (_, statement) => {
  const cloud = await startCloud(watched({ Policy: topicPolicy(statement) }));

  await expect(cloud.time.until(cloud.time.now() + 2 * MINUTE)).rejects.toThrow(
    /cloudwatch\.amazonaws\.com is not authorized to perform: sns:Publish on resource: arn:aws:sns:/,
  );
});

it('an alarm on errors counts those of its period, and needs as many periods as it says', async () => {
  const cloud = await startCloud({
    stacks: {
      App: {
        Resources: {
          ...watched().stacks.App.Resources,
          Work: queue({ VisibilityTimeout: 60 }),
          WorkerRole: lambdaRole([consumes('Work')]),
          Worker: fn('worker', 'WorkerRole'),
          Mapping: mapping('Worker', att('Work')),
          Alarm: alarm({
            Namespace: 'AWS/Lambda',
            MetricName: 'Errors',
            Dimensions: [{ Name: 'FunctionName', Value: ref('Worker') }],
            Statistic: 'Sum',
            EvaluationPeriods: 3,
          }),
        },
        Outputs: { Work: { Value: ref('Work') } },
      },
    },
    assets: { worker: 'export const handler = () => { throw new Error("never"); };' },
  });
  const sqs = new SQSClient(cloud.clientConfig());
  const began = cloud.time.now();

  await sqs.send(new SendMessageCommand({ QueueUrl: cloud.outputs('App').Work, MessageBody: 'x' }));
  await cloud.time.until(began + 2 * MINUTE + 1);
  const soon = cloud.alarms.history().map(({ to }) => to);
  await cloud.time.until(began + 4 * MINUTE);

  expect(soon).toEqual(['OK']);
  expect(cloud.alarms.history().map(({ to }) => to)).toEqual(['OK', 'ALARM']);
});

it('an alarm on what is not measured here stays silent', async () => {
  const cloud = await startCloud(
    watched({
      Alarm: alarm({ Namespace: 'AWS/Connect', MetricName: 'ConcurrentCallsPercentage' }),
    }),
  );

  await cloud.time.until(cloud.time.now() + 10 * MINUTE);

  expect(cloud.alarms.history()).toEqual([]);
});

it('an alarm with an action other than a topic is refused by name', async () => {
  const lambda = 'arn:aws:lambda:eu-central-1:000000000000:function:x';

  await expect(startCloud(watched({ Alarm: alarm({ AlarmActions: [lambda] }) }))).rejects.toThrow(
    `alarm action '${lambda}'`,
  );
});
