// What must outlive a deployment: the three tables and the bucket. In a stack of its own, so that
// it can be left alone when the rest is taken down and put up again.
import { CfnOutput, Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import {
  AttributeType,
  BillingMode,
  ProjectionType,
  StreamViewType,
  Table,
  type TableProps,
} from 'aws-cdk-lib/aws-dynamodb';
import {
  BlockPublicAccess,
  Bucket,
  BucketEncryption,
  type CfnBucket,
  type LifecycleRule,
} from 'aws-cdk-lib/aws-s3';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import type { Construct } from 'constructs';
import { acknowledge } from './acknowledge.ts';
import { type Deployment, stackPlace } from './deployment.ts';
import { kept } from './kept.ts';
import { outsideSecrets } from './outside-secrets.ts';
import { pseudonymKey } from './pseudonym-key.ts';
import { makeSigningSecrets } from './signing-secrets.ts';

/**
 * Index of the records table: by bucket and moment (brief of the store: due, in flight, hanging).
 */
export const DUE_INDEX = 'due';
/**
 * Index of the records table: by campaign and creation, which only records have. Keys alone, so it
 * is written when a record is added and never again.
 */
export const LIST_INDEX = 'list';
/**
 * Uploads go under this key prefix, then the campaign's id; what is written back lies elsewhere.
 */
export const UPLOADS = 'imports/';
/** Reports of rows that were refused, beside the uploads and under the same names. */
export const REPORTS = 'reports/';
/** Connect writes what it recorded under this key prefix of the recordings bucket. */
export const RECORDED = 'connect/';
/** Messages cut out of recordings: voicemails/<campaign>/<record>/<attempt>-<n>.wav. */
export const VOICEMAILS = 'voicemails/';

/** How long files are kept. */
const KEPT = Duration.days(90);

const text = (name: string) => ({ name, type: AttributeType.STRING });

export class DataStack extends Stack {
  readonly records: Table;
  readonly journal: Table;
  readonly runtime: Table;
  readonly contacts: Bucket;
  /** What Connect recorded, and callers' messages. */
  readonly recordings: Bucket;
  /** As other stacks can use it. */
  readonly contactsArn: string;
  readonly recordingsArn: string;

  constructor(scope: Construct, id: string, deployment: Deployment) {
    super(scope, id, {
      ...stackPlace(deployment, 'data'),
      description: 'Records, journal and run-time state',
    });
    this.records = this.table('Records', deployment);
    this.records.addGlobalSecondaryIndex({
      indexName: DUE_INDEX,
      partitionKey: text('bucket'),
      sortKey: { name: 'at', type: AttributeType.NUMBER },
      projectionType: ProjectionType.ALL,
    });
    this.records.addGlobalSecondaryIndex({
      indexName: LIST_INDEX,
      partitionKey: text('campaign'),
      sortKey: { name: 'createdAt', type: AttributeType.NUMBER },
      projectionType: ProjectionType.KEYS_ONLY,
    });
    this.journal = this.table('Journal', deployment, { stream: StreamViewType.NEW_IMAGE });
    this.runtime = this.table('Runtime', deployment, {
      timeToLiveAttribute: 'expires',
      // read for the agents alone (api/live.ts)
      stream: StreamViewType.NEW_IMAGE,
    });
    this.publishTableNames(deployment);
    outsideSecrets(this, deployment);
    makeSigningSecrets(this, deployment);
    pseudonymKey(this, deployment);
    this.contacts = this.bucket('Contacts', deployment, [{ expiration: KEPT }]);
    acknowledge(
      this.contacts,
      'AwsSolutions-S1',
      'One function reads and writes here; who uploads is recorded by CloudTrail data events, which an account turns on for all its buckets.',
    );
    this.recordings = this.bucket('Recordings', deployment, [
      // raw material: a message has been cut out within minutes
      { prefix: `${RECORDED}ivr/`, expiration: Duration.days(14) },
      { expiration: KEPT },
    ]);
    acknowledge(
      this.recordings,
      'AwsSolutions-S1',
      'Connect writes and one function reads here; who listens is recorded by CloudTrail data events, which an account turns on for all its buckets.',
    );
    new CfnOutput(this, 'ContactsBucket', {
      value: this.contacts.bucketName,
      description: `Upload contacts to ${UPLOADS}<campaign>/`,
    });
    this.contactsArn = this.exportValue(this.contacts.bucketArn);
    this.recordingsArn = this.exportValue(this.recordings.bucketArn);
  }

  /** Where `ringback why --aws` looks: the tables' own names are CloudFormation's. */
  private publishTableNames({ name }: Deployment): void {
    const tables = { records: this.records, journal: this.journal, runtime: this.runtime };
    for (const [id, { tableName: stringValue }] of Object.entries(tables)) {
      const parameterName = `/${name}/tables/${id}`;
      new StringParameter(this, `Table-${id}`, { parameterName, stringValue });
    }
  }

  private table(id: string, { production }: Deployment, more: Partial<TableProps> = {}): Table {
    return new Table(this, id, {
      partitionKey: text('pk'),
      sortKey: text('sk'),
      billingMode: BillingMode.PAY_PER_REQUEST,
      pointInTimeRecoverySpecification: { pointInTimeRecoveryEnabled: true },
      deletionProtection: production,
      // Even those of a try that failed: a protected table cannot be deleted, and then the rollback
      // would fail too. They are empty, cost nothing, and their names are CloudFormation's.
      removalPolicy: production ? RemovalPolicy.RETAIN : RemovalPolicy.DESTROY,
      ...more,
    });
  }

  private bucket(
    id: string,
    deployment: Deployment,
    lifecycleRules: readonly LifecycleRule[],
  ): Bucket {
    const bucket = new Bucket(this, id, {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: kept(deployment),
      lifecycleRules: lifecycleRules.map((rule) => ({
        ...rule,
        abortIncompleteMultipartUploadAfter: Duration.days(1),
      })),
    });
    const cfn = bucket.node.defaultChild as CfnBucket;
    // the L2 switch for this deploys a Lambda of its own; the property alone does the same
    cfn.notificationConfiguration = { eventBridgeConfiguration: { eventBridgeEnabled: true } };
    return bucket;
  }
}
