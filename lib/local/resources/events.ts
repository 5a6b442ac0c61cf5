// EventBridge buses, policies and rules. A rule's schedule is an event that only this rule
// matches.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { arn } from '../aws-location.ts';
import type { Cloud } from '../cloud.ts';
import type { EventRule, RuleTarget } from '../events/event-buses.ts';
import { parsePattern } from '../events/event-pattern.ts';
import { targetInput } from '../events/target-input.ts';
import { checkTarget } from '../events/targets.ts';
import type { Principal } from '../iam/iam.ts';
import { parsePolicy } from '../iam/policy.ts';
import { parseSchedule } from '../scheduler/expression.ts';
import { onSchedule } from '../scheduler/recurring.ts';
import {
  ignored,
  json,
  number,
  requiredProperty,
  resourceKind,
} from '../template/resource-kind.ts';

/** AWS::Events::EventBus */
export const eventBus = resourceKind(
  z.strictObject({
    Name: z.string(),
    ...ignored('DeadLetterConfig', 'Description', 'KmsKeyIdentifier', 'LogConfig', 'Tags'),
  }),
  ({ cloud, properties }) => ({
    ref: properties.Name,
    attributes: { Arn: cloud.buses.create(properties.Name), Name: properties.Name },
  }),
);

/** AWS::Events::EventBusPolicy */
export const eventBusPolicy = resourceKind(
  z.strictObject({
    EventBusName: z.string().default('default'),
    StatementId: z.string(),
    Statement: json.optional(),
    Action: z.string().optional(),
    Principal: z.string().optional(),
  }),
  ({ cloud, properties, generatedName }) => {
    const bus = cloud.buses.arnOf(properties.EventBusName);
    const statement = properties.Statement ?? {
      Effect: 'Allow',
      Action: requiredProperty(properties.Action, 'Action'),
      Principal: requiredProperty(properties.Principal, 'Principal'),
      Resource: bus,
    };
    cloud.iam.allowOnResource(bus, parsePolicy({ Statement: [statement] }));
    return { ref: generatedName };
  },
);

const Target = z.strictObject({
  Id: z.string(),
  Arn: z.string(),
  RoleArn: z.string().optional(),
  Input: z.string().optional(),
  InputPath: z.string().optional(),
  InputTransformer: z
    .strictObject({
      InputTemplate: z.string(),
      InputPathsMap: z.record(z.string(), z.string()).optional(),
    })
    .optional(),
  DeadLetterConfig: z.strictObject({ Arn: z.string().optional() }).optional(),
  RetryPolicy: z
    .strictObject({
      MaximumRetryAttempts: number.default(185),
      ...ignored('MaximumEventAgeInSeconds'),
    })
    .default({ MaximumRetryAttempts: 185 }),
  SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
});

/** AWS::Events::Rule: event patterns on a bus and schedules on the default one. */
export const eventRule = resourceKind(
  z.strictObject({
    Name: z.string().optional(),
    EventBusName: z.string().default('default'),
    EventPattern: json.optional(),
    ScheduleExpression: z.string().optional(),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    Targets: z.array(Target).default([]),
    ...ignored('Description', 'Tags'),
  }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.Name ?? generatedName.slice(0, 64);
    const bus = properties.EventBusName;
    const busName = bus.split('/').at(-1) ?? bus;
    const path = busName === 'default' ? `rule/${name}` : `rule/${busName}/${name}`;
    const ruleArn = arn(cloud.location, 'events', path);
    const targets = properties.Targets.map((target) => ruleTarget(cloud, ruleArn, target));
    const pattern = properties.EventPattern;
    const schedule = properties.ScheduleExpression;
    const rule: EventRule = { name, arn: ruleArn, pattern: parsePattern(pattern ?? {}), targets };
    if (properties.State === 'ENABLED' && pattern !== undefined) cloud.buses.addRule(bus, rule);
    if (properties.State === 'ENABLED' && schedule !== undefined) runs(cloud, rule, schedule);
    return {
      ref: busName === 'default' ? name : `${busName}|${name}`,
      attributes: { Arn: ruleArn },
    };
  },
);

/** A rule's schedule puts an event of its own that only this rule sees. */
function runs(cloud: Cloud, rule: EventRule, expression: string): void {
  const { time, buses } = cloud;
  buses.addRule('default', {
    ...rule,
    pattern: parsePattern({ source: ['aws.events'], resources: [rule.arn] }),
  });
  onSchedule(time, parseSchedule(expression, time.now()), () =>
    buses.putDefaultBusEvent({
      source: 'aws.events',
      detailType: 'Scheduled Event',
      detail: {},
      resources: [rule.arn],
    }),
  );
}

function ruleTarget(cloud: Cloud, ruleArn: string, target: z.infer<typeof Target>): RuleTarget {
  checkTarget(target.Arn);
  const principal: Principal = target.RoleArn
    ? cloud.iam.roleFor('events.amazonaws.com', target.RoleArn)
    : { kind: 'service', name: 'events.amazonaws.com', sourceArn: ruleArn };
  if (principal.kind === 'service' && target.Arn.startsWith('arn:aws:states:'))
    throw new NotEmulated('a state machine as target without RoleArn');
  return {
    arn: target.Arn,
    principal,
    input: targetInput(target),
    group: target.SqsParameters?.MessageGroupId,
    deadLetterArn: target.DeadLetterConfig?.Arn,
    maximumRetryAttempts: target.RetryPolicy.MaximumRetryAttempts,
  };
}
