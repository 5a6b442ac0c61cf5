import aslValidator from 'asl-validator';
import { describe, expect, it } from 'vitest';
import {
  assetText,
  deploymentOf,
  exampleDefinitions,
  ofType,
  synthesise,
  targetOf,
} from './deployment.ts';

const definitions = await exampleDefinitions();
const cloud = synthesise(deploymentOf(definitions));
const rules = ofType(cloud, 'AWS::Events::Rule');
const machines = ofType(cloud, 'AWS::StepFunctions::StateMachine');
const byId = (reference: unknown) => cloud.resources.find(({ id }) => id === targetOf(reference));
const routeOf = (detailType: string) =>
  rules.filter(({ properties }) => properties.EventPattern['detail-type']?.[0] === detailType);
const taskBehind = (queue: unknown) => {
  const mapping = ofType(cloud, 'AWS::Lambda::EventSourceMapping').find(
    ({ properties }) => targetOf(properties.EventSourceArn) === targetOf(queue),
  );
  return byId(mapping?.properties.FunctionName)?.properties.FunctionName;
};

describe('every route', () => {
  it.each(rules)('$id keeps what it cannot deliver', ({ properties }) => {
    expect(properties.Targets).toHaveLength(1);
    expect(targetOf(properties.Targets[0].DeadLetterConfig.Arn)).toMatch(/^Undelivered/);
  });

  it.each(rules)('$id leads to a queue that EventBridge may write to, or names a role', (rule) => {
    const [target] = rule.properties.Targets;
    const policies = ofType(cloud, 'AWS::SQS::QueuePolicy').filter(
      ({ properties }) => targetOf(properties.Queues[0]) === targetOf(target.Arn),
    );

    const allows = policies.some((policy) =>
      policy.properties.PolicyDocument.Statement.some(
        (statement: { Sid?: string; Action: string }) =>
          statement.Sid === 'EventBridge' && statement.Action === 'sqs:SendMessage',
      ),
    );

    expect(allows || target.RoleArn !== undefined).toBe(true);
  });

  it('leaves queue policies small, however many rules there are', () => {
    const sizes = ofType(cloud, 'AWS::SQS::QueuePolicy').map(
      ({ properties }) => properties.PolicyDocument.Statement.length,
    );

    expect(Math.max(...sizes)).toBe(2);
  });
});

describe('events of AWS', () => {
  it('about voice contacts of this instance reach contact-events', () => {
    const [rule] = routeOf('Amazon Connect Contact Event');

    expect(rule?.properties.EventPattern.detail.channel).toEqual(['VOICE']);
    expect(JSON.stringify(rule?.properties.EventPattern.detail.instanceArn)).toContain('Instance');
    expect(taskBehind(rule?.properties.Targets[0].Arn)).toBe('ringback-contact-events');
  });

  it('say late that a person we called waits for an agent, and at once that a caller does', () => {
    const waits = routeOf('Amazon Connect Contact Event').filter(({ properties }) =>
      properties.EventPattern.detail.eventType.includes('QUEUED'),
    );
    const told = waits.map(({ properties }) => [
      properties.EventPattern.detail.initiationMethod,
      taskBehind(properties.Targets[0].Arn),
      JSON.stringify(properties.Targets[0].Arn).includes('Late'),
    ]);

    expect(told).toEqual([
      [[{ 'anything-but': ['API'] }, { exists: false }], 'ringback-contact-events', false],
      [['API'], 'ringback-contact-events', true],
    ]);
  });

  it('about texts reach their sender, about e-mails message-events, and only about those we sent', () => {
    const [texts] = routeOf('Text Message Delivery Status Updated');
    const emails = rules.find(({ properties }) => properties.EventPattern.source[0] === 'aws.ses');

    expect(taskBehind(texts?.properties.Targets[0].Arn)).toBe('ringback-send-sms');
    expect(taskBehind(emails?.properties.Targets[0].Arn)).toBe('ringback-message-events');
    expect(Object.keys(emails?.properties.EventPattern.detail.mail.tags)).toEqual([
      'ses:configuration-set',
    ]);
  });

  it('about uploads reach import-contacts, about reports beside them nothing (REC-10)', () => {
    const [rule] = routeOf('Object Created');

    expect(rule?.properties.EventPattern.detail.object.key).toEqual([{ prefix: 'imports/' }]);
    expect(taskBehind(rule?.properties.Targets[0].Arn)).toBe('ringback-import-contacts');
  });
});

describe('events of ours', () => {
  it.each(['sms', 'email'])(
    'message.ordered of kind %s reaches its sender, as its task takes it',
    (kind) => {
      const rule = routeOf('message.ordered').find(
        ({ properties }) => properties.EventPattern.detail.kind[0] === kind,
      );

      expect(taskBehind(rule?.properties.Targets[0].Arn)).toBe(`ringback-send-${kind}`);
      expect(rule?.properties.Targets[0].InputTransformer.InputTemplate).toBe(
        '{"campaign":<detail-campaign>,"record":<detail-record>,"message":<detail-message>}',
      );
    },
  );

  it('come from the journal through the pipe: typed, from source ringback, none lost unseen', () => {
    const [pipe] = ofType(cloud, 'AWS::Pipes::Pipe');

    expect(pipe?.properties.TargetParameters).toEqual({
      InputTemplate: '<$.detail>',
      EventBridgeEventBusParameters: {
        DetailType: '$.detailType',
        Source: 'ringback',
        Time: '$.detail.at',
      },
    });
    const stream = pipe?.properties.SourceParameters;
    expect(stream.FilterCriteria).toEqual({ Filters: [{ Pattern: '{"eventName":["INSERT"]}' }] });
    expect(targetOf(stream.DynamoDBStreamParameters.DeadLetterConfig.Arn)).toMatch(/^LostEntries/);
    expect(byId(pipe?.properties.Enrichment)?.properties.FunctionName).toBe(
      'ringback-publish-journal',
    );
  });
});

describe('callback rules', () => {
  const definitionOf = (properties: { DefinitionS3Location: { Key: string } }) =>
    assetText(cloud, properties.DefinitionS3Location);

  it('are Express machines with full logs, each under its id (CBR-1)', () => {
    expect(machines.map(({ properties }) => properties.StateMachineName).toSorted()).toEqual(
      Object.keys(definitions.rules)
        .map((id) => `ringback-${id}`)
        .toSorted(),
    );
    for (const { properties } of machines) {
      expect(properties).toMatchObject({
        StateMachineType: 'EXPRESS',
        TracingConfiguration: { Enabled: true },
        LoggingConfiguration: { Level: 'ALL' },
      });
    }
  });

  it.each(machines)('$id is valid Amazon States Language', ({ properties }) => {
    const { isValid, errorsText } = aslValidator(JSON.parse(definitionOf(properties)));

    expect(errorsText('\n')).toBe('');
    expect(isValid).toBe(true);
  });

  it.each(machines)('$id has every placeholder filled in', ({ properties }) => {
    const placeholders = new Set(definitionOf(properties).match(/(?<=\$\{)[^}]+/g));

    expect(Object.keys(properties.DefinitionSubstitutions).toSorted()).toEqual(
      [...placeholders].toSorted(),
    );
  });

  it('start when a call of theirs settled without a classification, and learn which (CBR-1)', () => {
    const rule = routeOf('attempt.settled').find(
      ({ properties }) => properties.EventPattern.detail.rule[0] === 'recall-politely',
    );

    expect(rule?.properties.EventPattern).toEqual({
      source: ['ringback'],
      'detail-type': ['attempt.settled'],
      detail: { rule: ['recall-politely'] },
    });
    expect(rule?.properties.Targets[0].InputTransformer.InputTemplate).toBe(
      '{"campaign":<detail-campaign>,"record":<detail-record>,"attempt":<detail-attempt>,"status":<detail-status>}',
    );
    expect(byId(rule?.properties.Targets[0].Arn)?.properties.StateMachineName).toBe(
      'ringback-recall-politely',
    );
  });
});

describe('what recurs', () => {
  it('is the sweeper, without retries: the next time comes by itself', () => {
    const schedules = ofType(cloud, 'AWS::Scheduler::Schedule').map(({ properties }) => ({
      task: byId(properties.Target.Arn)?.properties.FunctionName,
      every: properties.ScheduleExpression,
      retries: properties.Target.RetryPolicy.MaximumRetryAttempts,
    }));

    expect(schedules).toEqual([{ task: 'ringback-sweeper', every: 'rate(5 minutes)', retries: 0 }]);
  });
});
