// Where e-mails of customers come in: SES stores what is sent to the domains of mailboxes that
// receive, in a bucket of its own, which tells of it by events. Only a person can make the rule set
// the active one of the account, and only one is (docs/messages.md).
import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { PolicyStatement, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { BlockPublicAccess, Bucket, BucketEncryption, type CfnBucket } from 'aws-cdk-lib/aws-s3';
import { CfnReceiptRule, CfnReceiptRuleSet } from 'aws-cdk-lib/aws-ses';
import { Construct } from 'constructs';
import { repliesDomains } from '../domain/messaging/reply-address.ts';
import { acknowledge } from './acknowledge.ts';
import type { Deployment } from './deployment.ts';
import { kept } from './kept.ts';

/** SES writes under this key prefix. */
export const MAIL = 'mail/';

/** What is taken is deleted at once; what could not be taken stays so long. */
const KEPT = Duration.days(7);

export class IncomingMail extends Construct {
  readonly bucket: Bucket;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id);
    const { name, definitions } = deployment;
    const domains = repliesDomains(definitions).toSorted();
    this.bucket = new Bucket(this, 'Bucket', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: kept(deployment),
      lifecycleRules: [{ expiration: KEPT, abortIncompleteMultipartUploadAfter: Duration.days(1) }],
    });
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'SES writes and one function reads here, and what it has read is gone.',
    );
    const cfn = this.bucket.node.defaultChild as CfnBucket;
    // as in the data stack
    cfn.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    const set = new CfnReceiptRuleSet(this, 'RuleSet', { ruleSetName: name });
    const rule = new CfnReceiptRule(this, 'Rule', {
      ruleSetName: set.ref,
      rule: {
        name: `${name}-replies`,
        enabled: true,
        recipients: domains,
        scanEnabled: true,
        tlsPolicy: 'Optional',
        actions: [{ s3Action: { bucketName: this.bucket.bucketName, objectKeyPrefix: MAIL } }],
      },
    });
    this.bucket.addToResourcePolicy(
      new PolicyStatement({
        sid: 'Ses',
        actions: ['s3:PutObject'],
        principals: [new ServicePrincipal('ses.amazonaws.com')],
        resources: [this.bucket.arnForObjects(`${MAIL}*`)],
        conditions: {
          StringEquals: { 'aws:SourceAccount': Stack.of(this).account },
          ArnLike: {
            'aws:SourceArn': Stack.of(this).formatArn({
              service: 'ses',
              resource: `receipt-rule-set/${name}:receipt-rule/*`,
            }),
          },
        },
      }),
    );
    // SES tries to write when the rule is made
    if (this.bucket.policy) rule.node.addDependency(this.bucket.policy);
    new CfnOutput(this, 'RuleSetToActivate', {
      value: set.ref,
      description: `Receipt rule set for ${domains.join(', ')}; activate it once`,
    });
  }
}
