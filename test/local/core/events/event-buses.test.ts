import { expect, it } from 'vitest';
import { EventBuses } from '../../../../lib/local/events/event-buses.ts';
import { parsePattern } from '../../../../lib/local/events/event-pattern.ts';
import { targetInput } from '../../../../lib/local/events/target-input.ts';
import { Gateway } from '../../../../lib/local/gateway/gateway.ts';
import { Iam } from '../../../../lib/local/iam/iam.ts';
import { parsePolicy } from '../../../../lib/local/iam/policy.ts';
import { Functions } from '../../../../lib/local/lambda/functions.ts';
import { LogSink } from '../../../../lib/local/logs.ts';
import { Meter } from '../../../../lib/local/meter.ts';
import { SqsQueues } from '../../../../lib/local/sqs/sqs-queues.ts';
import { Machines } from '../../../../lib/local/states/machines.ts';
import { SimulatedTime } from '../../../../lib/local/time.ts';

const location = { partition: 'aws', account: '0', region: 'r', endpoint: 'http://h' } as const;
const RULE = 'arn:aws:events:r:0:rule/calls';

/** A bus whose only rule sends to a queue that is not there. */
function world(maximumRetryAttempts: number) {
  const time = new SimulatedTime(0);
  const [iam, meter, logs, faults] = [new Iam(location), new Meter(), new LogSink(), {}];
  const queues = new SqsQueues({ location, time, faults });
  const dead = queues.create({
    name: 'dead',
    delay: 0,
    visibilityTimeout: 30,
    retention: 9e9,
    redrive: undefined,
  });
  const functions = new Functions({
    location,
    time,
    iam,
    gateway: new Gateway({ time, iam, meter, faults, callerOf: () => undefined }),
    meter,
    logs,
    faults,
    queues,
    oneThread: false,
    poolSize: 1,
    patience: 1,
    compileCache: '',
  });
  const machines = new Machines({ time, iam, functions, meter });
  const buses = new EventBuses({ location, time, faults, iam, functions, queues, machines });
  iam.allowOnResource(
    dead.settings.arn,
    parsePolicy({
      Statement: {
        Effect: 'Allow',
        Action: 'sqs:SendMessage',
        Principal: { Service: 'events.amazonaws.com' },
        Resource: dead.settings.arn,
      },
    }),
  );
  const target = {
    arn: 'arn:aws:sqs:r:0:missing',
    principal: iam.administrator,
    input: targetInput({ InputPath: '$.detail' }),
    group: undefined,
    deadLetterArn: dead.settings.arn,
    maximumRetryAttempts,
  };
  const pattern = parsePattern({ source: ['test'] });
  buses.addRule('default', { name: 'calls', arn: RULE, pattern, targets: [target] });
  return { time, buses, dead };
}

const event = { source: 'test', detailType: 'T', detail: { id: 7 } };

it('an event that cannot be delivered is tried again and then lands in the dead letters, with the reason', async () => {
  const { time, buses, dead } = world(3);

  buses.putDefaultBusEvent(event);
  await time.untilQuiet();

  expect(dead.peek().map(({ body, sentAt, attributes }) => ({ body, sentAt, attributes }))).toEqual(
    [
      {
        body: '{"id":7}',
        // After pauses of one, two and four seconds.
        sentAt: 7000,
        attributes: {
          RULE_ARN: { DataType: 'String', StringValue: RULE },
          TARGET_ARN: { DataType: 'String', StringValue: 'arn:aws:sqs:r:0:missing' },
          ERROR_CODE: { DataType: 'String', StringValue: 'QueueDoesNotExist' },
          ERROR_MESSAGE: {
            DataType: 'String',
            StringValue: 'the queue arn:aws:sqs:r:0:missing does not exist',
          },
        },
      },
    ],
  );
});

it('it is given up after a day, whatever the retries allowed', async () => {
  const { time, buses, dead } = world(185);

  buses.putDefaultBusEvent(event);
  await time.untilQuiet();

  const hours = (dead.peek()[0]?.sentAt ?? 0) / 3_600_000;
  expect(hours).toBeGreaterThan(22);
  expect(hours).toBeLessThanOrEqual(24);
});

it('events keep their envelope and are told to listeners and kept', () => {
  const { buses } = world(0);
  const heard: unknown[] = [];
  buses.listen((one) => heard.push(one));

  const id = buses.putDefaultBusEvent({
    ...event,
    source: 'other',
    resources: ['arn'],
    time: 5000,
  });

  const expected = {
    version: '0',
    id,
    'detail-type': 'T',
    source: 'other',
    account: '0',
    region: 'r',
    time: '1970-01-01T00:00:05Z',
    resources: ['arn'],
    detail: { id: 7 },
  };
  expect([heard, buses.history()]).toEqual([[expected], [expected]]);
});

it('a bus that is not there is refused', () => {
  expect(() => world(0).buses.put('nowhere', event)).toThrow('Event bus nowhere does not exist.');
});
