// The pages of the web as they are delivered: files in a bucket behind CloudFront, which sends what
// is below /v1 on to the API. Pages and API are then one origin: no page of another may ask, and
// the policy of what a page may load names nobody but the place where people sign in.
// docs/decisions/0024-web.md
import { Duration, RemovalPolicy, Stack } from 'aws-cdk-lib';
import type { HttpApi, WebSocketApi } from 'aws-cdk-lib/aws-apigatewayv2';
import {
  AllowedMethods,
  CachePolicy,
  Distribution,
  HeadersFrameOption,
  HeadersReferrerPolicy,
  HttpVersion,
  OriginRequestPolicy,
  PriceClass,
  ResponseHeadersPolicy,
  ViewerProtocolPolicy,
} from 'aws-cdk-lib/aws-cloudfront';
import { HttpOrigin, S3BucketOrigin } from 'aws-cdk-lib/aws-cloudfront-origins';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import { LogGroup } from 'aws-cdk-lib/aws-logs';
import { BlockPublicAccess, Bucket, BucketEncryption } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { Construct } from 'constructs';
import { acknowledge, acknowledgeWildcard } from '../acknowledge.ts';
import type { Deployment } from '../deployment.ts';
import { kept } from '../kept.ts';
import { LOGS_KEPT } from '../task-function.ts';
import { LIVE_PATH } from './live.ts';

interface PagesProps {
  readonly deployment: Deployment;
  readonly api: HttpApi;
  /** Tells pages of changes. */
  readonly live: WebSocketApi;
  /** Address below which people sign in. */
  readonly signIn: string;
  /** Address of the Connect instance. */
  readonly telephone: string;
}

/** What pages ask for before anything else (web/kit/settings.ts reads it). */
export interface RuntimeConfig {
  /** Below it are oauth2/authorize, oauth2/token and logout. */
  readonly signIn: string;
  /** Of the user pool, for pages. */
  readonly client: string;
  /** Address of the Connect instance, whose softphone the desk holds. */
  readonly telephone: string;
  /** Of the centre: moments are shown as its people live. */
  readonly timeZone: string;
  /** Of the definitions: the file is written anew with it, and has the date of the deployment. */
  readonly version: string;
  /** Files open there; the local cloud knows an editor. */
  readonly editor: typeof NO_EDITOR;
}

export const NO_EDITOR = 'https://editor.invalid';

export class Pages extends Construct {
  /** Without a slash at the end. */
  readonly origin: string;
  private readonly bucket: Bucket;
  private readonly files: readonly string[];

  constructor(scope: Construct, id: string, props: PagesProps) {
    super(scope, id);
    const { deployment, api, live, signIn, telephone } = props;
    this.files = [deployment.pages, ...(deployment.music === undefined ? [] : [deployment.music])];
    this.bucket = new Bucket(this, 'Files', {
      blockPublicAccess: BlockPublicAccess.BLOCK_ALL,
      encryption: BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: kept(deployment),
    });
    acknowledge(
      this.bucket,
      'AwsSolutions-S1',
      'Only CloudFront reads here, and what it reads is the same for everybody.',
    );
    const { region, urlSuffix } = Stack.of(this);
    const origin = S3BucketOrigin.withOriginAccessControl(this.bucket);
    const shared = { origin, viewerProtocolPolicy: ViewerProtocolPolicy.REDIRECT_TO_HTTPS };
    const distribution = new Distribution(this, 'Distribution', {
      comment: `Console and desk of ${deployment.name}`,
      defaultRootObject: 'index.html',
      httpVersion: HttpVersion.HTTP2_AND_3,
      priceClass: PriceClass.PRICE_CLASS_100,
      defaultBehavior: {
        ...shared,
        // small, and the first thing that changes with a deployment
        cachePolicy: CachePolicy.CACHING_DISABLED,
        responseHeadersPolicy: this.headers('Headers', 'no-cache', signIn),
      },
      additionalBehaviors: {
        // their names change with what is in them
        '/assets/*': {
          ...shared,
          cachePolicy: CachePolicy.CACHING_OPTIMIZED,
          responseHeadersPolicy: this.headers(
            'AssetHeaders',
            'public, max-age=31536000, immutable',
            signIn,
          ),
        },
        // stands in Connect's agent workspace, or holds its softphone
        '/desk.html': {
          ...shared,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          responseHeadersPolicy: this.headers('DeskHeaders', 'no-cache', signIn, telephone),
        },
        '/v1/*': {
          origin: new HttpOrigin(`${api.apiId}.execute-api.${region}.${urlSuffix}`),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          allowedMethods: AllowedMethods.ALLOW_ALL,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // the gateway knows itself by its own Host
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
        [`/${LIVE_PATH}`]: {
          origin: new HttpOrigin(`${live.apiId}.execute-api.${region}.${urlSuffix}`),
          viewerProtocolPolicy: ViewerProtocolPolicy.HTTPS_ONLY,
          cachePolicy: CachePolicy.CACHING_DISABLED,
          // what WebSockets agree upon stands in headers
          originRequestPolicy: OriginRequestPolicy.ALL_VIEWER_EXCEPT_HOST_HEADER,
        },
      },
    });
    this.origin = `https://${distribution.distributionDomainName}`;
    for (const [rule, reason] of Object.entries(LEFT_AS_IS))
      acknowledge(distribution, `AwsSolutions-${rule}`, reason);
  }

  /** Uploads the pages, with what they have to know. */
  publish(config: RuntimeConfig): void {
    const deployment = new BucketDeployment(this, 'Publish', {
      destinationBucket: this.bucket,
      sources: [
        ...this.files.map((folder) => Source.asset(folder)),
        Source.jsonData('config.json', config),
      ],
      // a page that is open may still ask for a part of the version before
      prune: false,
      logGroup: new LogGroup(this, 'PublishLog', {
        retention: LOGS_KEPT,
        removalPolicy: RemovalPolicy.DESTROY,
      }),
    });
    this.acknowledgeUploader(deployment.handlerRole);
  }

  /** The rights are the CDK's; it runs while a deployment goes on. */
  private acknowledgeUploader(role: IRole): void {
    const reason =
      'The function of the CDK that uploads files: between its assets and this bucket.';
    for (const finding of UPLOADER) acknowledge(role, `AwsSolutions-${finding}`, reason);
    const { partition, account, region } = Stack.of(this);
    const assets = `arn:${partition}:s3:::cdk-hnb659fds-assets-${account}-${region}/*`;
    for (const resource of [this.bucket.arnForObjects('*'), assets])
      acknowledgeWildcard(role, resource, reason);
    const fn = role.node.scope;
    if (fn !== undefined) acknowledge(fn, 'AwsSolutions-L1', 'The CDK chooses its runtime.');
  }

  /** @param telephone of the Connect instance that a page may hold and stand in; none if missing */
  private headers(
    id: string,
    cacheControl: string,
    signIn: string,
    telephone?: string,
  ): ResponseHeadersPolicy {
    return new ResponseHeadersPolicy(this, id, {
      comment: 'What pages may do',
      customHeadersBehavior: {
        customHeaders: [{ header: 'cache-control', value: cacheControl, override: true }],
      },
      securityHeadersBehavior: {
        contentSecurityPolicy: {
          contentSecurityPolicy: policyFor(signIn, telephone),
          override: true,
        },
        contentTypeOptions: { override: true },
        // it knows all or nobody; the policy above names who may
        ...(telephone === undefined && {
          frameOptions: { frameOption: HeadersFrameOption.DENY, override: true },
        }),
        referrerPolicy: { referrerPolicy: HeadersReferrerPolicy.NO_REFERRER, override: true },
        strictTransportSecurity: {
          accessControlMaxAge: Duration.days(365),
          includeSubdomains: true,
          override: true,
        },
      },
    });
  }
}

/** Nothing from elsewhere, no styles or scripts in the page itself. */
const policyFor = (signIn: string, telephone?: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self' ${signIn}`,
    "form-action 'none'",
    "base-uri 'none'",
    ...(telephone === undefined
      ? ["frame-ancestors 'none'"]
      : ["media-src 'self'", `frame-src ${telephone}`, 'frame-ancestors https://*.my.connect.aws']),
  ].join('; ');

const LEFT_AS_IS: Readonly<Record<string, string>> = {
  CFR1: 'Supervisors work from where they are.',
  CFR2: 'A web application firewall is paid for each month; a team that wants one attaches it.',
  CFR3: 'The API behind it logs who asks; files are the same for everybody.',
  CFR4: 'The domain of CloudFront itself; one of the team has a certificate and its own rule.',
};

const UPLOADER = [
  'IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]',
  ...['Abort', 'DeleteObject', 'GetBucket', 'GetObject', 'List'].map(
    (action) => `IAM5[Action::s3:${action}*]`,
  ),
];
