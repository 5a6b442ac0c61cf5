import { describe, expect, it } from 'vitest';
import { TASK_NAMES, taskOf } from '../../../lib/application/tasks/tasks.ts';
import { deploymentOf, exampleDefinitions, ofType, synthesise, targetOf } from './deployment.ts';

const cloud = synthesise(deploymentOf(await exampleDefinitions()));
const queues = ofType(cloud, 'AWS::SQS::Queue');
const deadLetterQueues = new Set(
  queues.map(({ properties }) => targetOf(properties.RedrivePolicy?.deadLetterTargetArn ?? {})),
);
const working = queues.filter(({ properties }) => properties.RedrivePolicy !== undefined);
const alarmsOn = (queue: string, metric: string) =>
  ofType(cloud, 'AWS::CloudWatch::Alarm').filter(
    ({ properties }) =>
      properties.MetricName === metric && targetOf(properties.Dimensions[0].Value) === queue,
  );

const queueWirings = TASK_NAMES.flatMap((name) => {
  const task = taskOf(name);
  return task.trigger === 'queue' ? [task.queue] : [];
});

describe('work queues', () => {
  it('carry ticks, orders, events, messages, replies, webhooks, imports, copies, recordings and survey calls', () => {
    const mapped = ofType(cloud, 'AWS::Lambda::EventSourceMapping').map(({ properties }) => [
      targetOf(properties.EventSourceArn),
      targetOf(properties.FunctionName),
    ]);

    const bySource = Object.fromEntries(mapped.filter(([source]) => source !== ''));
    const tasks = working.map(({ id }) => bySource[id]?.replace(/Function.*/, ''));

    expect(tasks.toSorted()).toEqual([
      'contactevents',
      'contactevents',
      'copyrecords',
      'delivervoicemail',
      'deliverwebhook',
      'dialertick',
      'importcontacts',
      'messageevents',
      'placecall',
      'placesurveycall',
      'receivesms',
      'sendemail',
      'sendsms',
    ]);
  });

  it('one of which delivers three seconds late, and puts aside where its task does', () => {
    const late = working.filter(({ properties }) => properties.DelaySeconds !== undefined);
    const [own] = working.filter(({ id }) => id.startsWith('contacteventsqueueQueue'));

    expect(late.map(({ properties }) => properties.DelaySeconds)).toEqual([3]);
    expect(late[0]?.properties.RedrivePolicy).toEqual(own?.properties.RedrivePolicy);
  });

  it.each(working)('$id puts aside what fails again and again', ({ properties }) => {
    const dead = targetOf(properties.RedrivePolicy.deadLetterTargetArn);

    expect(queues.map(({ id }) => id)).toContain(dead);
    expect([20, 40]).toContain(properties.RedrivePolicy.maxReceiveCount);
  });

  it.each(['sms', 'email'])('%s sits out two hours in which its provider refuses', (name) => {
    const queue = working.find(({ id }) => id.startsWith(`${name}queue`));

    const { VisibilityTimeout, RedrivePolicy } = queue?.properties ?? {};
    expect(VisibilityTimeout * RedrivePolicy.maxReceiveCount).toBeGreaterThanOrEqual(2 * 3600);
  });

  it.each(working)('$id rings when its oldest message waits too long', ({ id }) => {
    expect(alarmsOn(id, 'ApproximateAgeOfOldestMessage')).toHaveLength(1);
  });

  it.each(working)('$id hides a message six times as long as its function may take', (queue) => {
    const mapping = ofType(cloud, 'AWS::Lambda::EventSourceMapping').find(
      ({ properties }) => targetOf(properties.EventSourceArn) === queue.id,
    );
    const fn = cloud.resources.find(({ id }) => id === targetOf(mapping?.properties.FunctionName));

    expect(queue.properties.VisibilityTimeout).toBe(fn?.properties.Timeout * 6);
    expect(queue.properties.VisibilityTimeout).toBeLessThanOrEqual(43_200);
  });

  it.each(working)('$id hands over batches of which single messages may fail', ({ id }) => {
    const mapping = ofType(cloud, 'AWS::Lambda::EventSourceMapping').find(
      ({ properties }) => targetOf(properties.EventSourceArn) === id,
    );

    expect(mapping?.properties.FunctionResponseTypes).toEqual(['ReportBatchItemFailures']);
    expect(mapping?.properties.ScalingConfig.MaximumConcurrency).toBeGreaterThanOrEqual(2);
  });
});

describe('a queue whose messages are delayed', () => {
  it.each([
    ['ticks', 60 + 300],
    ['dial', 300 + 900],
    ['sms', 300 + 900],
    ['webhooks', 300 + 900],
  ])('%s rings no earlier than that lets it', (name, seconds) => {
    const queue = working.find(({ id }) => id.startsWith(`${name}queue`));

    expect(alarmsOn(queue?.id ?? '', 'ApproximateAgeOfOldestMessage')).toMatchObject([
      { properties: { Threshold: seconds } },
    ]);
  });

  it.each(queueWirings)('$name rings before SQS throws away what waits', (queue) => {
    const { alarmAfter, delayedUpTo = 0, keptFor = 4 * 86_400 } = queue;
    const periods = 3 * 60;

    expect(alarmAfter + delayedUpTo + periods).toBeLessThanOrEqual(keptFor);
  });
});

describe('queues that only keep', () => {
  it.each(queues.filter(({ properties }) => !properties.RedrivePolicy))(
    '$id rings at its first message and keeps it for two weeks',
    ({ id, properties }) => {
      expect(alarmsOn(id, 'ApproximateNumberOfMessagesVisible')).toMatchObject([
        { properties: { Threshold: 0, ComparisonOperator: 'GreaterThanThreshold' } },
      ]);
      expect(properties.MessageRetentionPeriod).toBe(14 * 86_400);
    },
  );

  it('are more than those of the work queues: lost events, agents and journal entries', () => {
    const others = queues.filter(({ id, properties }) => {
      return !properties.RedrivePolicy && !deadLetterQueues.has(id);
    });

    expect(others.map(({ id }) => id.replace(/[0-9A-F]{8}$/, '')).toSorted()).toEqual([
      'LostAgentEvents',
      'LostEntries',
      'Undelivered',
    ]);
  });
});

describe('every queue', () => {
  it.each(queues)('$id is encrypted and refuses what comes without TLS', ({ id, properties }) => {
    const policies = ofType(cloud, 'AWS::SQS::QueuePolicy').filter(
      (policy) => targetOf(policy.properties.Queues[0]) === id,
    );
    const statements = policies.flatMap((policy) => policy.properties.PolicyDocument.Statement);

    expect(properties.SqsManagedSseEnabled).toBe(true);
    expect(statements).toContainEqual(
      expect.objectContaining({
        Effect: 'Deny',
        Condition: { Bool: { 'aws:SecureTransport': 'false' } },
      }),
    );
  });
});

describe('an account that lets few functions run at once', () => {
  it('gets queues that hand out less, two at least, in the proportions of the others', async () => {
    const definitions = await exampleDefinitions();
    const handedOut = (concurrency?: number) =>
      ofType(
        synthesise(deploymentOf(definitions, { concurrency })),
        'AWS::Lambda::EventSourceMapping',
      ).flatMap(({ properties }) => properties.ScalingConfig?.MaximumConcurrency ?? []);
    const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

    const [all, some, few] = [handedOut(), handedOut(40), handedOut(10)];

    expect(sum(all)).toBeGreaterThan(40);
    expect(sum(some)).toBeLessThanOrEqual(40);
    expect(few).toEqual(few.map((each) => Math.max(2, Math.min(each, 3))));
  });
});

describe('a batch that the account’s concurrency turns away', () => {
  it('counts as received, so messages are received often enough to outlive an hour of it', () => {
    const lasting = TASK_NAMES.map(taskOf).flatMap((task) =>
      task.trigger === 'queue' ? [task.queue.attempts * task.timeout * 6] : [],
    );

    expect(Math.min(...lasting)).toBeGreaterThanOrEqual(40 * 60);
  });
});

describe('concurrency of place-call', () => {
  it.each([
    [20, 40],
    [1000, 1000],
  ])(
    'grows with the calls per second Connect allows, as far as SQS does (DIA-7): %i',
    async (callsPerSecond, atOnce) => {
      const definitions = await exampleDefinitions();
      const connect = { ...definitions.centre.connect, callsPerSecond, burst: 40 };
      const fast = { ...definitions, centre: { ...definitions.centre, connect } };

      const mappings = ofType(synthesise(deploymentOf(fast)), 'AWS::Lambda::EventSourceMapping');

      const placeCall = mappings.find(({ id }) => id.startsWith('placecall'));
      expect(placeCall?.properties.ScalingConfig).toEqual({ MaximumConcurrency: atOnce });
    },
  );
});
