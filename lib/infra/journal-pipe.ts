// The journal's stream becomes events: a Pipe reads it, a function turns an item into the events it
// tells of, and EventBridge puts it on the bus. Nothing publishes by hand after a write, so no
// change is without its event.
import { RemovalPolicy } from 'aws-cdk-lib';
import type { Table } from 'aws-cdk-lib/aws-dynamodb';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Function as LambdaFunction } from 'aws-cdk-lib/aws-lambda';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { CfnPipe } from 'aws-cdk-lib/aws-pipes';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { STREAM_PARALLELISM } from '../application/tasks/functions-at-once.ts';
import { MOST_TOGETHER } from '../domain/model/journal-line.ts';
import { allow } from './allow.ts';
import { EVENT_SOURCE } from './event-routes.ts';
import { LOGS_KEPT } from './task-function.ts';

/** EventBridge takes so many; of a longer list the pipe would put none on the bus. */
const EVENTS_AT_ONCE = 10;

interface JournalPipeProps {
  readonly name: string;
  readonly journal: Table;
  readonly publish: LambdaFunction;
  /** How often a batch is tried again before it goes to `dead`. */
  readonly retries: number;
  readonly bus: EventBus;
  readonly dead: IQueue;
}

export class JournalPipe extends Construct {
  constructor(scope: Construct, id: string, props: JournalPipeProps) {
    super(scope, id);
    const { journal, publish, bus, dead } = props;
    const source = journal.tableStreamArn ?? '';
    const logs = new LogGroup(this, 'Logs', {
      logGroupName: `/aws/vendedlogs/pipes/${props.name}-journal`,
      retention: LOGS_KEPT,
      removalPolicy: RemovalPolicy.DESTROY,
    });
    const role = new Role(this, 'Role', { assumedBy: new ServicePrincipal('pipes.amazonaws.com') });
    allow(
      role,
      source,
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    );
    allow(role, publish.functionArn, 'lambda:InvokeFunction');
    allow(role, bus.eventBusArn, 'events:PutEvents');
    allow(role, dead.queueArn, 'sqs:SendMessage');
    const pipe = new CfnPipe(this, 'Pipe', {
      name: `${props.name}-journal`,
      description: 'Journal entries as events',
      roleArn: role.roleArn,
      source,
      sourceParameters: {
        dynamoDbStreamParameters: {
          startingPosition: 'TRIM_HORIZON',
          batchSize: Math.floor(EVENTS_AT_ONCE / MOST_TOGETHER),
          // a second's wait halves the runs of publish-journal; nothing that follows is in such a
          // hurry
          maximumBatchingWindowInSeconds: 1,
          // order is kept per record, which is the stream's partition key
          parallelizationFactor: STREAM_PARALLELISM,
          maximumRetryAttempts: props.retries,
          onPartialBatchItemFailure: 'AUTOMATIC_BISECT',
          deadLetterConfig: { arn: dead.queueArn },
        },
        // the journal only grows; what expires or is deleted tells nothing
        filterCriteria: { filters: [{ pattern: '{"eventName":["INSERT"]}' }] },
      },
      enrichment: publish.functionArn,
      target: bus.eventBusArn,
      targetParameters: {
        eventBridgeEventBusParameters: {
          source: EVENT_SOURCE,
          detailType: '$.detailType',
          time: '$.detail.at',
        },
        inputTemplate: '<$.detail>',
      },
      logConfiguration: {
        cloudwatchLogsLogDestination: { logGroupArn: logs.logGroupArn },
        level: 'ERROR',
      },
    });
    // the pipe tests its rights when it is made
    pipe.node.addDependency(role);
  }
}
