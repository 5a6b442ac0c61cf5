import { describe, expect, it } from 'vitest';
import { NOON, startCloud } from './support/assembly.ts';
import { att, fn, lambdaRole, queue, role } from './support/templates.ts';

type Properties = Readonly<Record<string, unknown>>;
const MINUTE = 60_000;

const sends = (service = 'scheduler.amazonaws.com') =>
  role(service, [{ actions: ['sqs:SendMessage'], resources: [att('Ticks')] }]);

function scheduled(properties: Properties, target: Properties = {}, roleOf: unknown = sends()) {
  return startCloud({
    stacks: {
      App: {
        Resources: {
          Ticks: queue(),
          Role: roleOf,
          Schedule: {
            Type: 'AWS::Scheduler::Schedule',
            Properties: {
              FlexibleTimeWindow: { Mode: 'OFF' },
              Target: { Arn: att('Ticks'), RoleArn: att('Role'), ...target },
              ...properties,
            },
          },
        },
      },
    },
  });
}

const bodies = (cloud: Awaited<ReturnType<typeof scheduled>>) =>
  cloud.queues
    .withName('App-Ticks')
    .peek()
    .map(({ body, sentAt }) => [body, new Date(sentAt).toISOString().slice(11, 16)]);

describe('a schedule', () => {
  it('sends its input every minute of simulated time', async () => {
    const cloud = await scheduled(
      { ScheduleExpression: 'rate(1 minute)' },
      { Input: '{"at":"<aws.scheduler.scheduled-time>"}' },
    );

    await cloud.time.until(NOON + 2 * MINUTE);

    expect(bodies(cloud)).toEqual([
      ['{"at":"2026-03-07T12:01:00Z"}', '12:01'],
      ['{"at":"2026-03-07T12:02:00Z"}', '12:02'],
    ]);
  });

  it('keeps to its time zone', async () => {
    const cloud = await scheduled({
      ScheduleExpression: 'cron(30 14 * * ? *)',
      ScheduleExpressionTimezone: 'Europe/Warsaw',
    });

    await cloud.time.until(NOON + 24 * 60 * MINUTE);

    expect(bodies(cloud)).toEqual([['{}', '13:30']]);
  });

  it('does nothing while disabled or outside its dates', async () => {
    const disabled = await scheduled({ ScheduleExpression: 'rate(1 minute)', State: 'DISABLED' });
    const over = await scheduled({
      ScheduleExpression: 'rate(1 minute)',
      EndDate: '2026-03-07T12:01:30Z',
    });

    await disabled.time.until(NOON + 5 * MINUTE);
    await over.time.until(NOON + 5 * MINUTE);

    expect([bodies(disabled).length, bodies(over).length]).toEqual([0, 1]);
  });

  it('needs a role that trusts the Scheduler', async () => {
    const started = scheduled(
      { ScheduleExpression: 'rate(1 minute)' },
      {},
      sends('events.amazonaws.com'),
    );

    await expect(started).rejects.toThrow(/does not trust scheduler.amazonaws.com/);
  });

  it('fails whoever waits for time when its role may not send', async () => {
    const cloud = await scheduled(
      { ScheduleExpression: 'rate(1 minute)' },
      {},
      role('scheduler.amazonaws.com'),
    );

    await expect(cloud.time.until(NOON + MINUTE)).rejects.toThrow(
      /role\/App-Role is not authorized to perform: sqs:SendMessage/,
    );
  });

  it.each([
    [
      { ScheduleExpression: 'rate(1 minute)' },
      { Arn: 'arn:aws:ecs:x:0:task' },
      /target 'arn:aws:ecs/,
    ],
    [{ ScheduleExpression: 'rate(1 blink)' }, {}, /schedule expression 'rate\(1 blink\)'/],
    [
      { ScheduleExpression: 'rate(1 minute)' },
      { EcsParameters: {} },
      /unknown property 'EcsParameters'/,
    ],
  ])('is refused by name: %#', async (properties, target, message) => {
    await expect(scheduled(properties, target)).rejects.toThrow(message);
  });
});

it('a rule with a schedule raises an event that only its own targets see', async () => {
  const cloud = await startCloud({
    stacks: {
      App: {
        Resources: {
          Role: lambdaRole(),
          Listener: fn('listener', 'Role'),
          Rule: {
            Type: 'AWS::Events::Rule',
            Properties: {
              ScheduleExpression: 'rate(10 minutes)',
              Targets: [{ Id: 'f', Arn: att('Listener') }],
            },
          },
          Permission: {
            Type: 'AWS::Lambda::Permission',
            Properties: {
              FunctionName: att('Listener'),
              Action: 'lambda:InvokeFunction',
              Principal: 'events.amazonaws.com',
              SourceArn: att('Rule'),
            },
          },
        },
      },
    },
    assets: {
      listener: `export const handler = async (event) =>
        console.log(JSON.stringify({ type: event['detail-type'], time: event.time }));`,
    },
  });

  await cloud.time.until(NOON + 20 * MINUTE);

  expect(cloud.logs.entries()).toEqual([
    { type: 'Scheduled Event', time: '2026-03-07T12:10:00Z' },
    { type: 'Scheduled Event', time: '2026-03-07T12:20:00Z' },
  ]);
});
