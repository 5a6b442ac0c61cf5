// Runs a function once a minute. It is not retried: the next minute comes by itself.
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { CfnSchedule } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import type { TaskName } from '../domain/tasks.ts';
import { allow } from './allow.ts';

export class EveryMinute extends Construct {
  constructor(scope: Construct, task: TaskName, fn: LambdaFunction, undelivered: IQueue) {
    super(scope, `every-minute-${task}`);
    const role = new Role(this, 'Role', {
      assumedBy: new ServicePrincipal('scheduler.amazonaws.com'),
    });
    allow(role, fn.functionArn, 'lambda:InvokeFunction');
    allow(role, undelivered.queueArn, 'sqs:SendMessage');
    new CfnSchedule(this, 'Schedule', {
      description: `Runs ${task} every minute`,
      scheduleExpression: 'rate(1 minute)',
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
