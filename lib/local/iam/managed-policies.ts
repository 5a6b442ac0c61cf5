// The AWS managed policies that CDK attaches to roles.
import type { Statement } from './policy.ts';

/**
 * AWS managed policies known here, by name. Only what concerns emulated services is written out:
 * logs, metrics and traces are not called over the wire locally.
 * Source: docs.aws.amazon.com/aws-managed-policy/latest/reference/
 */
export const MANAGED_POLICIES: Readonly<Record<string, readonly Statement[]>> = {
  'service-role/AWSLambdaBasicExecutionRole': [],
  'service-role/AWSLambdaVPCAccessExecutionRole': [],
  'service-role/AWSLambdaSQSQueueExecutionRole': [
    allow('sqs:ReceiveMessage', 'sqs:DeleteMessage', 'sqs:GetQueueAttributes'),
  ],
  'service-role/AWSLambdaDynamoDBExecutionRole': [
    allow(
      'dynamodb:DescribeStream',
      'dynamodb:GetRecords',
      'dynamodb:GetShardIterator',
      'dynamodb:ListStreams',
    ),
  ],
  'service-role/AWSLambdaKinesisExecutionRole': [
    allow(
      'kinesis:DescribeStream',
      'kinesis:DescribeStreamSummary',
      'kinesis:GetRecords',
      'kinesis:GetShardIterator',
      'kinesis:ListShards',
      'kinesis:ListStreams',
      'kinesis:SubscribeToShard',
    ),
  ],
  'service-role/AmazonAPIGatewayPushToCloudWatchLogs': [],
  AWSXRayDaemonWriteAccess: [],
  AWSXrayWriteOnlyAccess: [],
  CloudWatchLambdaInsightsExecutionRolePolicy: [],
};

function allow(...actions: readonly string[]): Statement {
  return { effect: 'Allow', actions, resources: ['*'], principals: [], conditions: [] };
}
