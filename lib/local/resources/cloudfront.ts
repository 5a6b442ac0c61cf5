// Distributions of CloudFront with the headers they add, and what the CDK uploads for them.
import { z } from 'zod';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { FileOrigin } from '../pages/distributions.ts';
import { publishFiles } from '../pages/publish-files.ts';
import { boolean, ignored, json, resourceKind } from '../template/resource-kind.ts';
import { drawId } from '../users/user-pool.ts';

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';

const Override = ignored('Override');

/** AWS::CloudFront::ResponseHeadersPolicy */
export const responseHeadersPolicy = resourceKind(
  z.strictObject({
    ResponseHeadersPolicyConfig: z.strictObject({
      ...ignored('Comment', 'Name'),
      CustomHeadersConfig: z
        .strictObject({
          Items: z.array(z.strictObject({ Header: z.string(), Value: z.string(), ...Override })),
        })
        .default({ Items: [] }),
      SecurityHeadersConfig: z
        .strictObject({
          ContentSecurityPolicy: z
            .strictObject({ ContentSecurityPolicy: z.string(), ...Override })
            .optional(),
          ContentTypeOptions: z.strictObject(Override).optional(),
          FrameOptions: z.strictObject({ FrameOption: z.string(), ...Override }).optional(),
          ReferrerPolicy: z.strictObject({ ReferrerPolicy: z.string(), ...Override }).optional(),
          // browsers heed it over https only
          ...ignored('StrictTransportSecurity'),
        })
        .default({}),
    }),
  }),
  ({ cloud, properties, generatedName }) => {
    const { CustomHeadersConfig, SecurityHeadersConfig } = properties.ResponseHeadersPolicyConfig;
    const { ContentSecurityPolicy, ContentTypeOptions, FrameOptions, ReferrerPolicy } =
      SecurityHeadersConfig;
    const security = {
      'content-security-policy': ContentSecurityPolicy?.ContentSecurityPolicy,
      'x-content-type-options': ContentTypeOptions && 'nosniff',
      'x-frame-options': FrameOptions?.FrameOption,
      'referrer-policy': ReferrerPolicy?.ReferrerPolicy,
    };
    const custom = CustomHeadersConfig.Items.map(({ Header, Value }) => [Header, Value] as const);
    const all = [...Object.entries(security), ...custom].flatMap(([name, value]) =>
      value === undefined ? [] : [[name, value] as const],
    );
    cloud.distributions.policies.set(generatedName, Object.fromEntries(all));
    return { ref: generatedName, attributes: { Id: generatedName } };
  },
);

const Behaviour = z.strictObject({
  PathPattern: z
    .string()
    .regex(/^[^*?]*\*?[^*?]*$/, 'one star at most')
    .default('*'),
  TargetOriginId: z.string(),
  ResponseHeadersPolicyId: z.string().optional(),
  ...ignored(
    'AllowedMethods',
    'CachePolicyId',
    'Compress',
    'OriginRequestPolicyId',
    'ViewerProtocolPolicy',
  ),
});

const OriginOf = z.strictObject({
  Id: z.string(),
  DomainName: z.string(),
  ...ignored('CustomOriginConfig', 'OriginAccessControlId', 'S3OriginConfig'),
});

/** AWS::CloudFront::Distribution of buckets and HTTP APIs of the cloud. */
export const distribution = resourceKind(
  z.strictObject({
    DistributionConfig: z.strictObject({
      CacheBehaviors: z.array(Behaviour).default([]),
      DefaultCacheBehavior: Behaviour,
      DefaultRootObject: z.string().default(''),
      Enabled: boolean,
      Origins: z.array(OriginOf),
      ...ignored('Comment', 'HttpVersion', 'IPV6Enabled', 'PriceClass'),
    }),
    ...ignored('Tags'),
  }),
  ({ cloud, properties }) => {
    const { CacheBehaviors, DefaultCacheBehavior, DefaultRootObject, Origins } =
      properties.DistributionConfig;
    const { distributions } = cloud;
    const origins = new Map(Origins.map((one) => [one.Id, originOf(one.DomainName)]));
    const id = drawId(14, UPPER);
    const domain = `d${drawId(13, UPPER.toLowerCase())}.cloudfront.net`;
    distributions.create({
      id,
      domain,
      root: DefaultRootObject,
      behaviours: [...CacheBehaviors, DefaultCacheBehavior].map((one) => {
        const origin = origins.get(one.TargetOriginId);
        if (!origin) throw new Error(`no origin '${one.TargetOriginId}'`);
        const headers = distributions.policies.get(one.ResponseHeadersPolicyId ?? '') ?? {};
        return { path: one.PathPattern, origin, headers };
      }),
    });
    return { ref: id, attributes: { Id: id, DomainName: domain } };
  },
);

function originOf(domain: string): FileOrigin {
  const [name = '', service] = domain.split('.');
  if (service === 's3') return { kind: 'bucket', bucket: name };
  if (service === 'execute-api') return { kind: 'api', api: name };
  throw new NotEmulated(`the origin '${domain}' of a distribution`);
}

/**
 * The CDK's way to fill a bucket is a function in Python that calls S3; only what it would upload
 * matters here.
 */
export const bucketDeployment = resourceKind(
  z.strictObject({
    ServiceToken: z.string(),
    DestinationBucketName: z.string(),
    SourceBucketNames: z.array(z.string()),
    SourceObjectKeys: z.array(z.string()),
    SourceMarkers: z.array(z.record(z.string(), json)).default([]),
    Prune: boolean.default(true),
    ...ignored('OutputObjectKeys', 'SourceMarkersConfig', 'WaitForDistributionInvalidation'),
  }),
  async ({ cloud, properties, generatedName }) => {
    for (const [n, key] of properties.SourceObjectKeys.entries()) {
      const folder = cloud.assembly.assets.get(key);
      if (folder === undefined) throw new NotEmulated(`files that are no asset: ${key}`);
      const markers = properties.SourceMarkers[n] ?? {};
      await publishFiles(cloud, folder, properties.DestinationBucketName, markers);
    }
    return { ref: generatedName };
  },
);
