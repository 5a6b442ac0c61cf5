// S3 buckets. The only notification is EventBridge's "Object Created".
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { parsePolicy } from '../iam/policy.ts';
import { boolean, ignored, json, resourceKind } from '../template/resource-kind.ts';

const Notifications = z.strictObject({
  EventBridgeConfiguration: z
    .strictObject({ EventBridgeEnabled: boolean.default(true) })
    .optional(),
});

/** AWS::S3::Bucket. Objects do not expire, are not versioned and not encrypted locally. */
export const s3Bucket = resourceKind(
  z.strictObject({
    BucketName: z.string().optional(),
    NotificationConfiguration: Notifications.optional(),
    ...ignored(
      'AccessControl',
      'BucketEncryption',
      'CorsConfiguration',
      'IntelligentTieringConfigurations',
      'LifecycleConfiguration',
      'LoggingConfiguration',
      'OwnershipControls',
      'PublicAccessBlockConfiguration',
      'Tags',
      'VersioningConfiguration',
    ),
  }),
  async ({ cloud, properties, generatedName }) => {
    const name = properties.BucketName ?? bucketName(generatedName);
    const { EventBridgeConfiguration } = properties.NotificationConfiguration ?? {};
    await cloud.buckets.create({
      name,
      notifiesEventBridge: EventBridgeConfiguration?.EventBridgeEnabled ?? false,
    });
    const domain = `${name}.s3.${cloud.location.region}.amazonaws.com`;
    return {
      ref: name,
      attributes: {
        Arn: `arn:aws:s3:::${name}`,
        DomainName: `${name}.s3.amazonaws.com`,
        RegionalDomainName: domain,
      },
    };
  },
);

function bucketName(generated: string): string {
  return generated
    .toLowerCase()
    .replaceAll(/[^a-z0-9-]/g, '-')
    .slice(0, 63)
    .replace(/-+$/, '');
}

/** AWS::S3::BucketPolicy */
export const s3BucketPolicy = resourceKind(
  z.strictObject({ Bucket: z.string(), PolicyDocument: json }),
  ({ cloud, properties, generatedName }) => {
    cloud.iam.allowOnResource(
      `arn:aws:s3:::${properties.Bucket}`,
      parsePolicy(properties.PolicyDocument),
    );
    return { ref: generatedName };
  },
);

/**
 * CDK's switch for notifications is a function that calls S3; only what it would set up matters
 * here.
 */
export const s3Notifications = resourceKind(
  z.strictObject({
    ServiceToken: z.string(),
    BucketName: z.string(),
    NotificationConfiguration: z.record(z.string(), json),
    Managed: boolean.optional(),
    SkipDestinationValidation: boolean.optional(),
  }),
  ({ cloud, properties, generatedName }) => {
    for (const kind of Object.keys(properties.NotificationConfiguration)) {
      if (kind !== 'EventBridgeConfiguration') throw new NotEmulated(`S3 notifications '${kind}'`);
      cloud.buckets.notifyEventBridge(properties.BucketName);
    }
    return { ref: generatedName };
  },
);
