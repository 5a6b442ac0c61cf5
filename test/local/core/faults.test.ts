import { EventBridgeClient, PutEventsCommand } from '@aws-sdk/client-eventbridge';
import { InvokeCommand, LambdaClient } from '@aws-sdk/client-lambda';
import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import { describe, expect, it } from 'vitest';
import type { ApiCall, CallFault, Faults } from '../../../lib/local/faults.ts';
import { bundled, startCloud } from './support/assembly.ts';
import { att, consumes, fn, lambdaRole, mapping, queue, ref } from './support/templates.ts';

const SENDER = bundled(`
  import { SQSClient, SendMessageCommand } from '@aws-sdk/client-sqs';
  const sqs = new SQSClient({ maxAttempts: 1 });
  export const handler = async ({ Records }) => {
    for (const { body } of Records) {
      console.log(JSON.stringify({ body }));
      await sqs.send(new SendMessageCommand({ QueueUrl: process.env.OUT, MessageBody: body }));
    }
  };`);

/** Takes messages from In and sends each on to Out. */
const app = {
  stacks: {
    App: {
      Resources: {
        In: queue({ VisibilityTimeout: 60 }),
        Out: queue(),
        Role: lambdaRole([
          consumes('In'),
          { actions: ['sqs:SendMessage'], resources: [att('Out')] },
        ]),
        Forward: fn('forward', 'Role', { Environment: { Variables: { OUT: ref('Out') } } }),
        Mapping: mapping('Forward', att('In')),
      },
      Outputs: { In: { Value: ref('In') }, Out: { Value: ref('Out') } },
    },
  },
  assets: { forward: SENDER },
};

async function forward(faults: Faults) {
  const cloud = await startCloud(app, { faults });
  const sqs = new SQSClient(cloud.clientConfig());
  await sqs.send(new SendMessageCommand({ QueueUrl: cloud.outputs('App').In, MessageBody: 'x' }));
  await cloud.time.untilQuiet();
  return {
    tries: cloud.logs.entries().length,
    out: cloud.queues.withName('App-Out').counts().available,
    minutes: (cloud.time.now() - Date.parse('2026-03-07T12:00:00Z')) / 60_000,
  };
}

const firstSendOf =
  (fault: CallFault) =>
  ({ function: caller, action, nth }: ApiCall): CallFault | undefined =>
    caller === 'App-Forward' && action === 'SendMessage' && nth === 1 ? fault : undefined;

describe('an injected fault', () => {
  it('is absent when none is asked for', async () => {
    expect(await forward({})).toEqual({ tries: 1, out: 1, minutes: 0 });
  });

  it('makes a call fail without doing anything', async () => {
    const onCall = firstSendOf({ kind: 'error', code: 'InternalError', status: 500 });

    expect(await forward({ onCall })).toEqual({ tries: 2, out: 1, minutes: 1 });
  });

  it('does what was asked and loses the answer', async () => {
    const onCall = firstSendOf({ kind: 'lost-answer' });

    expect(await forward({ onCall })).toEqual({ tries: 2, out: 2, minutes: 1 });
  });

  it('kills the function after the call was done', async () => {
    const onCall = firstSendOf({ kind: 'kill-caller' });

    expect(await forward({ onCall })).toEqual({ tries: 2, out: 2, minutes: 1 });
  });

  it('delivers a message twice', async () => {
    const onDelivery: Faults['onDelivery'] = ({ to, target }) =>
      to === 'sqs' && target.endsWith(':App-In') ? { copies: 2 } : undefined;

    expect(await forward({ onDelivery })).toEqual({ tries: 2, out: 2, minutes: 0 });
  });

  it('delivers a message late', async () => {
    const onDelivery: Faults['onDelivery'] = ({ target }) =>
      target.endsWith(':App-In') ? { delay: 5 * 60_000 } : undefined;

    expect(await forward({ onDelivery })).toEqual({ tries: 1, out: 1, minutes: 5 });
  });

  it('tells a killed function from one that fails', async () => {
    const cloud = await startCloud(app, {
      faults: { onCall: firstSendOf({ kind: 'kill-caller' }) },
    });
    const lambda = new LambdaClient(cloud.clientConfig());

    const { Payload, FunctionError } = await lambda.send(
      new InvokeCommand({ FunctionName: 'App-Forward', Payload: '{"Records":[{"body":"x"}]}' }),
    );

    expect(FunctionError).toBe('Unhandled');
    expect(JSON.parse(Payload?.transformToString() ?? '')).toMatchObject({
      errorType: 'Runtime.ExitError',
    });
  });
});

describe('events', () => {
  const onBus = (more: Readonly<Record<string, unknown>> = {}) => ({
    stacks: {
      App: {
        Resources: {
          Role: lambdaRole([{ actions: ['sqs:SendMessage'], resources: [att('Dead')] }]),
          Dead: queue(),
          Listener: fn('listener', 'Role'),
          Config: {
            Type: 'AWS::Lambda::EventInvokeConfig',
            Properties: {
              FunctionName: ref('Listener'),
              Qualifier: '$LATEST',
              DestinationConfig: { OnFailure: { Destination: att('Dead') } },
            },
          },
          Rule: {
            Type: 'AWS::Events::Rule',
            Properties: {
              EventPattern: { source: ['test'] },
              Targets: [{ Id: 'f', Arn: att('Listener'), InputPath: '$.detail' }],
            },
          },
          Permission: {
            Type: 'AWS::Lambda::Permission',
            Properties: {
              FunctionName: ref('Listener'),
              Action: 'lambda:InvokeFunction',
              Principal: 'events.amazonaws.com',
              SourceArn: att('Rule'),
              ...more,
            },
          },
        },
      },
    },
    assets: {
      listener: `export const handler = async (event) => {
        console.log(JSON.stringify({ event, at: new Date().toISOString().slice(11, 19) }));
        if (event.bad) throw new Error('bad');
      };`,
    },
  });
  const put = (detail: object, Source = 'test') =>
    new PutEventsCommand({
      Entries: [{ Source, DetailType: 'T', Detail: JSON.stringify(detail) }],
    });

  it('reach functions that permit their rule, twice and late when asked for', async () => {
    const onDelivery: Faults['onDelivery'] = ({ to }) =>
      to === 'events' ? { copies: 2, delay: 60_000 } : undefined;
    const cloud = await startCloud(onBus(), { faults: { onDelivery } });

    await new EventBridgeClient(cloud.clientConfig()).send(put({ n: 1 }));
    await cloud.time.untilQuiet();

    expect(cloud.logs.entries()).toEqual([
      { event: { n: 1 }, at: '12:01:00' },
      { event: { n: 1 }, at: '12:01:00' },
    ]);
  });

  it('are tried three times and then handed to the failure destination', async () => {
    const cloud = await startCloud(onBus());

    await new EventBridgeClient(cloud.clientConfig()).send(put({ bad: true }));
    await cloud.time.untilQuiet();

    expect(cloud.logs.entries().map(({ at }) => at)).toEqual(['12:00:00', '12:01:00', '12:03:00']);
    const [dead] = cloud.queues.withName('App-Dead').peek();
    expect(JSON.parse(dead?.body ?? '')).toMatchObject({
      requestContext: { condition: 'RetriesExhausted', approximateInvokeCount: 3 },
      requestPayload: { bad: true },
    });
  });

  it('do not reach a function that permits another rule', async () => {
    const cloud = await startCloud(onBus({ SourceArn: 'arn:aws:events:x:0:rule/other' }));

    await new EventBridgeClient(cloud.clientConfig()).send(put({ n: 1 }));

    await expect(cloud.time.untilQuiet()).rejects.toThrow(
      /events.amazonaws.com is not authorized to perform: lambda:InvokeFunction/,
    );
  });

  it('may not pretend to come from AWS', async () => {
    const cloud = await startCloud(onBus());

    const answer = await new EventBridgeClient(cloud.clientConfig()).send(put({}, 'aws.connect'));

    expect(answer).toMatchObject({
      FailedEntryCount: 1,
      Entries: [{ ErrorCode: 'NotAuthorizedForSourceException' }],
    });
  });
});
