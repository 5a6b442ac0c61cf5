// Runs a function every so many minutes. The delivery is not retried: the next time comes by
// itself. Lambda does try a run that failed twice more, a minute and two minutes later, which is
// harmless: runs may overlap.
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { TaskName } from '../application/tasks/tasks.ts';
import { allow } from './allow.ts';

interface RecurringProps {
  readonly fn: LambdaFunction;
  /** Minutes between two runs. */
  readonly every: number;
  readonly undelivered: IQueue;
}

export class Recurring extends Construct {
  constructor(scope: Construct, task: TaskName, { fn, every, undelivered }: RecurringProps) {
    super(scope, `recurring-${task}`);
    const rate = every === 1 ? '1 minute' : `${every} minutes`;
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    allow(role, fn.functionArn, 'lambda:InvokeFunction');
    allow(role, undelivered.queueArn, 'sqs:SendMessage');
    new CfnSchedule(this, 'Schedule', {
      description: `Runs ${task} every ${rate}`,
      scheduleExpression: `rate(${rate})`,
      flexibleTimeWindow: { mode: 'OFF' },
      target: {
        arn: fn.functionArn,
        roleArn: role.roleArn,
        input: '{}',
        retryPolicy: { maximumRetryAttempts: 0, maximumEventAgeInSeconds: 60 },
        deadLetterConfig: { arn: undelivered.queueArn },
      },
    });
  }
}
