// The table of contents of the local cloud: every CloudFormation type it knows. A test holds
// docs/local-cloud.md to it.
import { type ResourceKind, withoutEffect } from '../template/resource-kind.ts';
import { bucketDeployment, distribution, responseHeadersPolicy } from './cloudfront.ts';
import { cloudWatchAlarm } from './cloudwatch.ts';
import { dynamoDbGlobalTable, dynamoDbTable } from './dynamodb.ts';
import { eventBus, eventBusPolicy, eventRule } from './events.ts';
import { httpApi, httpAuthorizer, httpIntegration, httpRoute, httpStage } from './http-api.ts';
import { iamManagedPolicy, iamPolicy, iamRole } from './iam.ts';
import { kinesisStream } from './kinesis-stream.ts';
import {
  lambdaAlias,
  lambdaEventInvokeConfig,
  lambdaFunction,
  lambdaPermission,
  lambdaVersion,
} from './lambda.ts';
import { lambdaEventSourceMapping } from './lambda-event-source-mapping.ts';
import {
  sesConfigurationSet,
  sesEmailIdentity,
  sesEventDestination,
  smsConfigurationSet,
} from './messages.ts';
import { eventBridgePipe } from './pipe.ts';
import { sesReceiptRule, sesReceiptRuleSet } from './receiving.ts';
import { s3Bucket, s3BucketPolicy, s3Notifications } from './s3.ts';
import { schedulerGroup, schedulerSchedule } from './scheduler.ts';
import { secretsManagerSecret } from './secret.ts';
import { snsSubscription, snsTopic, snsTopicPolicy } from './sns.ts';
import { sqsQueue, sqsQueuePolicy } from './sqs.ts';
import { ssmParameter } from './ssm-parameter.ts';
import { stateMachine } from './state-machine.ts';
import {
  userPool,
  userPoolClient,
  userPoolDomain,
  userPoolGroup,
  userPoolResourceServer,
} from './user-pool.ts';

/** What the local cloud makes of each CloudFormation type. */
export const RESOURCE_KINDS: Readonly<Record<string, ResourceKind>> = {
  'AWS::ApiGatewayV2::Api': httpApi,
  'AWS::ApiGatewayV2::Authorizer': httpAuthorizer,
  'AWS::ApiGatewayV2::Integration': httpIntegration,
  'AWS::ApiGatewayV2::Route': httpRoute,
  'AWS::ApiGatewayV2::Stage': httpStage,
  'AWS::CloudFront::Distribution': distribution,
  'AWS::CloudFront::ResponseHeadersPolicy': responseHeadersPolicy,
  'AWS::CloudWatch::Alarm': cloudWatchAlarm,
  'AWS::Cognito::UserPool': userPool,
  'AWS::Cognito::UserPoolClient': userPoolClient,
  'AWS::Cognito::UserPoolDomain': userPoolDomain,
  'AWS::Cognito::UserPoolGroup': userPoolGroup,
  'AWS::Cognito::UserPoolResourceServer': userPoolResourceServer,
  'AWS::DynamoDB::GlobalTable': dynamoDbGlobalTable,
  'AWS::DynamoDB::Table': dynamoDbTable,
  'AWS::Events::EventBus': eventBus,
  'AWS::Events::EventBusPolicy': eventBusPolicy,
  'AWS::Events::Rule': eventRule,
  'AWS::IAM::ManagedPolicy': iamManagedPolicy,
  'AWS::IAM::Policy': iamPolicy,
  'AWS::IAM::Role': iamRole,
  'AWS::Kinesis::Stream': kinesisStream,
  'AWS::Lambda::Alias': lambdaAlias,
  'AWS::Lambda::EventInvokeConfig': lambdaEventInvokeConfig,
  'AWS::Lambda::EventSourceMapping': lambdaEventSourceMapping,
  'AWS::Lambda::Function': lambdaFunction,
  'AWS::Lambda::Permission': lambdaPermission,
  'AWS::Lambda::Version': lambdaVersion,
  'AWS::Pipes::Pipe': eventBridgePipe,
  'AWS::S3::Bucket': s3Bucket,
  'AWS::S3::BucketPolicy': s3BucketPolicy,
  'AWS::SES::ConfigurationSet': sesConfigurationSet,
  'AWS::SES::ConfigurationSetEventDestination': sesEventDestination,
  'AWS::SES::EmailIdentity': sesEmailIdentity,
  'AWS::SES::ReceiptRule': sesReceiptRule,
  'AWS::SES::ReceiptRuleSet': sesReceiptRuleSet,
  'AWS::SMSVOICE::ConfigurationSet': smsConfigurationSet,
  'AWS::SNS::Subscription': snsSubscription,
  'AWS::SNS::Topic': snsTopic,
  'AWS::SNS::TopicPolicy': snsTopicPolicy,
  'AWS::SQS::Queue': sqsQueue,
  'AWS::SQS::QueuePolicy': sqsQueuePolicy,
  'AWS::SSM::Parameter': ssmParameter,
  'AWS::Scheduler::Schedule': schedulerSchedule,
  'AWS::Scheduler::ScheduleGroup': schedulerGroup,
  'AWS::SecretsManager::Secret': secretsManagerSecret,
  'AWS::StepFunctions::StateMachine': stateMachine,
  'Custom::CDKBucketDeployment': bucketDeployment,
  'Custom::S3BucketNotifications': s3Notifications,
};

/** Accepted, does nothing locally: watching, tagging and housekeeping that no run can notice. */
export const WITHOUT_EFFECT: readonly string[] = [
  'AWS::ApplicationInsights::Application',
  'AWS::CDK::Metadata',
  'AWS::CloudFront::OriginAccessControl',
  'AWS::CloudWatch::AnomalyDetector',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::CloudWatch::Dashboard',
  'AWS::KMS::Alias',
  'AWS::KMS::Key',
  'AWS::Lambda::LayerVersion',
  'AWS::Logs::LogGroup',
  'AWS::Logs::LogStream',
  'AWS::Logs::MetricFilter',
  'AWS::Logs::ResourcePolicy',
  'AWS::ResourceGroups::Group',
  'Custom::S3AutoDeleteObjects',
];

export function allResourceKinds(
  more: Readonly<Record<string, ResourceKind>> = {},
): Readonly<Record<string, ResourceKind>> {
  const without = Object.fromEntries(WITHOUT_EFFECT.map((type) => [type, withoutEffect]));
  return { ...without, ...RESOURCE_KINDS, ...more };
}
