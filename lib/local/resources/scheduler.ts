// EventBridge Scheduler. Schedules run on simulated time, in the background.
import { z } from 'zod';
import { arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import { checkTarget, deliver } from '../events/targets.ts';
import { parseSchedule } from '../scheduler/expression.ts';
import { onSchedule } from '../scheduler/recurring.ts';
import { ignored, number, resourceKind } from '../template/resource-kind.ts';

/** AWS::Scheduler::ScheduleGroup */
export const schedulerGroup = resourceKind(
  z.strictObject({ Name: z.string().optional(), ...ignored('Tags') }),
  ({ cloud, properties, generatedName }) => {
    const name = properties.Name ?? generatedName;
    return {
      ref: name,
      attributes: { Arn: arn(cloud.location, 'scheduler', `schedule-group/${name}`) },
    };
  },
);

/**
 * AWS::Scheduler::Schedule with a function, a queue or a state machine as target. A flexible window
 * is not waited for.
 */
export const schedulerSchedule = resourceKind(
  z.strictObject({
    Name: z.string().optional(),
    GroupName: z.string().default('default'),
    ScheduleExpression: z.string(),
    ScheduleExpressionTimezone: z.string().default('UTC'),
    State: z.enum(['ENABLED', 'DISABLED']).default('ENABLED'),
    StartDate: z.string().optional(),
    EndDate: z.string().optional(),
    Target: z.strictObject({
      Arn: z.string(),
      RoleArn: z.string(),
      Input: z.string().optional(),
      DeadLetterConfig: z.strictObject({ Arn: z.string() }).optional(),
      RetryPolicy: z
        .strictObject({
          MaximumRetryAttempts: number.optional(),
          ...ignored('MaximumEventAgeInSeconds'),
        })
        .optional(),
      SqsParameters: z.strictObject({ MessageGroupId: z.string() }).optional(),
    }),
    ...ignored('Description', 'FlexibleTimeWindow', 'KmsKeyArn', 'ActionAfterCompletion'),
  }),
  ({ cloud, properties, generatedName }) => {
    const { iam, time, location, meter } = cloud;
    const name = properties.Name ?? generatedName.slice(0, 64);
    const scheduleArn = arn(location, 'scheduler', `schedule/${properties.GroupName}/${name}`);
    const { Arn: target, RoleArn, Input, SqsParameters } = properties.Target;
    checkTarget(target);
    const role = iam.roleFor('scheduler.amazonaws.com', RoleArn);
    const start = properties.StartDate ? Date.parse(properties.StartDate) : time.now();
    const end = properties.EndDate ? Date.parse(properties.EndDate) : Number.POSITIVE_INFINITY;
    const run = (at: number) => {
      if (at < start || at > end) return;
      meter.count('scheduler', 'Invocation', name);
      const payload = filled(Input ?? '{}', scheduleArn, at);
      deliver(cloud, { target, principal: role, payload, group: SqsParameters?.MessageGroupId });
    };
    if (properties.State === 'ENABLED') {
      const zone = properties.ScheduleExpressionTimezone;
      onSchedule(time, parseSchedule(properties.ScheduleExpression, start, zone), run);
    }
    return { ref: name, attributes: { Arn: scheduleArn } };
  },
);

/** Source: EventBridge Scheduler User Guide, "Adding context attributes". */
function filled(input: string, scheduleArn: string, at: number): string {
  return input.replaceAll(/<aws\.scheduler\.([\w-]+)>/g, (_, attribute: string) => {
    if (attribute === 'schedule-arn') return scheduleArn;
    if (attribute === 'scheduled-time') return `${new Date(at).toISOString().slice(0, 19)}Z`;
    if (attribute === 'attempt-number') return '1';
    if (attribute === 'execution-id') return `${scheduleArn}-${at}`;
    throw new AwsError('ValidationException', `unknown attribute <aws.scheduler.${attribute}>`);
  });
}
