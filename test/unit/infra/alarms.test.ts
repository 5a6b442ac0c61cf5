import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { TASK_NAMES, type TaskName, taskOf } from '../../../lib/application/tasks/tasks.ts';
import {
  deploymentOf,
  exampleDefinitions,
  ofType,
  receivingMail,
  receptionDeployment,
  synthesise,
  targetOf,
} from './deployment.ts';

const definitions = receivingMail(await exampleDefinitions());
const cloud = synthesise(
  deploymentOf(definitions, {
    runbook: 'https://wiki.example/runbook',
    alarmsTo: 'ops@example.com',
  }),
);
const alarms = ofType(cloud, 'AWS::CloudWatch::Alarm');
const runbook = readFileSync(new URL('../../../docs/runbook.md', import.meta.url), 'utf8');
const articles = [...runbook.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
const linked = (description: string) =>
  /https:\/\/wiki\.example\/runbook#(\S+)$/.exec(description)?.[1];

/** A reception: people call in while the dialer calls back, so its flows ask functions. */
const reception = synthesise(await receptionDeployment());
const flowFunctions = JSON.stringify(ofType(reception, 'AWS::Connect::IntegrationAssociation'));

/** Alarms whose metrics are of the function of a task, or of its queue. */
function alarmsOf(task: TaskName) {
  const entry = taskOf(task);
  const fn = `${task}Function`.replaceAll('-', '');
  const queue = entry.trigger === 'queue' ? `${entry.queue.name}queue`.replaceAll('-', '') : fn;
  return [...ofType(reception, 'AWS::CloudWatch::Alarm'), ...alarms].filter(({ properties }) =>
    [fn, queue, `ringback-${task}"`].some((id) =>
      JSON.stringify(properties.Dimensions ?? []).includes(`"${id}`),
    ),
  );
}

describe('alarms', () => {
  it.each(TASK_NAMES)('watch %s, or the catalogue says why not', (name) => {
    const task = taskOf(name);
    const reason = 'alarm' in task && 'none' in task.alarm ? task.alarm.none : '';
    const isAsked = task.trigger !== 'flow' || flowFunctions.includes(name.replaceAll('-', ''));

    expect(alarmsOf(name).length > 0).toBe(reason === '' && isAsked);
    expect(reason).toMatch(/^$|^[A-Z].{20,}\.$/);
  });

  it('watch no function that nothing calls, where agents are looked at', () => {
    const connect = { ...definitions.centre.connect, agentEvents: 'polled' } as const;
    const polled = synthesise(
      deploymentOf({ ...definitions, centre: { ...definitions.centre, connect } }),
    );
    const late = (of: typeof cloud) =>
      ofType(of, 'AWS::CloudWatch::Alarm').filter(
        ({ properties }) => properties.MetricName === 'IteratorAge',
      ).length;

    expect([late(cloud), late(polled)]).toEqual([1, 0]);
  });

  it('each link to an article of the runbook, and every article has its alarm', () => {
    const links = alarms.map(({ properties }) => linked(properties.AlarmDescription));
    const ofReception = ofType(reception, 'AWS::CloudWatch::Alarm').map(
      ({ properties }) => /#(\S+)$/.exec(properties.AlarmDescription)?.[1],
    );

    expect([...new Set([...links, ...ofReception])].toSorted()).toEqual(articles.toSorted());
  });

  it.each(alarms)(
    '$id rings the bell, and is silent while there is nothing to measure',
    (alarm) => {
      const [topic] = ofType(cloud, 'AWS::SNS::Topic');

      expect(alarm.properties.AlarmActions.map(targetOf)).toEqual([topic?.id]);
      expect(alarm.properties.OKActions.map(targetOf)).toEqual([topic?.id]);
      expect(alarm.properties.TreatMissingData).toBe('notBreaching');
    },
  );

  it.each(['clinic', 'reception'])(
    'of the %s may publish to every topic they name, for their own account only',
    (which) => {
      const of = which === 'clinic' ? cloud : reception;
      const named = ofType(of, 'AWS::CloudWatch::Alarm').flatMap(({ properties }) =>
        [...properties.AlarmActions, ...properties.OKActions].map(targetOf),
      );

      expect([...new Set(named)]).toHaveLength(1);
      for (const topic of new Set(named)) {
        const policies = ofType(of, 'AWS::SNS::TopicPolicy').filter(({ properties }) =>
          properties.Topics.map(targetOf).includes(topic),
        );
        const statements = policies.flatMap(
          ({ properties }) => properties.PolicyDocument.Statement,
        );
        expect(statements).toContainEqual({
          Sid: 'CloudWatchAlarms',
          Effect: 'Allow',
          Action: 'sns:Publish',
          Principal: { Service: 'cloudwatch.amazonaws.com' },
          Resource: { Ref: topic },
          Condition: { StringEquals: { 'aws:SourceAccount': { Ref: 'AWS::AccountId' } } },
        });
      }
    },
  );

  it('are mailed to the address of the deployment', () => {
    const subscribed = ofType(cloud, 'AWS::SNS::Subscription').map(({ properties }) => properties);

    expect(subscribed.filter(({ Protocol }) => Protocol !== 'sqs')).toEqual([
      expect.objectContaining({ Protocol: 'email', Endpoint: 'ops@example.com' }),
    ]);
  });

  it('that nobody is told of are a warning at synthesis', () => {
    expect(cloud.warnings).toEqual([]);
    expect(reception.warnings).toEqual([
      expect.stringContaining('name an e-mail address with -c alarmsTo=…'),
    ]);
  });

  it('are one per callback rule, which it names', () => {
    const ofRules = alarms.filter(({ properties }) =>
      properties.AlarmDescription.includes('#callback-rule-failing'),
    );

    expect(ofRules).toHaveLength(Object.keys(definitions.rules).length);
    expect(ofRules[0]?.properties.AlarmDescription).toContain("'recall-politely'");
  });
});
