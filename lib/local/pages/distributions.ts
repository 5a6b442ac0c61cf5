// Distributions of CloudFront: files of a bucket, and what an HTTP API answers, under one address,
// with the headers their policies add. There is one here at most: it answers at the gateway's own
// address whatever no service does. Nothing is cached.
import { type AwsLocation, arn } from '../aws-location.ts';
import type { GatewayRequest, ServiceResponse } from '../gateway/service.ts';
import type { HttpApis } from '../http-api/http-apis.ts';
import type { Iam } from '../iam/iam.ts';
import type { Buckets } from '../s3/buckets.ts';
import type { SimulatedTime } from '../time.ts';

export type FileOrigin =
  | { readonly kind: 'bucket'; readonly bucket: string }
  | { readonly kind: 'api'; readonly api: string };

interface CacheBehaviour {
  /** Exact, or with one star; the default one is a star and takes everything. */
  readonly path: string;
  readonly origin: FileOrigin;
  /** Added to what the origin answers. */
  readonly headers: Readonly<Record<string, string>>;
}

export interface Distribution {
  readonly id: string;
  /** On AWS, such as d111111abcdef8.cloudfront.net. */
  readonly domain: string;
  /** What `/` shows. */
  readonly root: string;
  /** The first that fits answers. */
  readonly behaviours: readonly CacheBehaviour[];
}

interface Parts {
  readonly location: AwsLocation;
  readonly iam: Iam;
  readonly buckets: Buckets;
  readonly httpApis: HttpApis;
  readonly time: Pick<SimulatedTime, 'now'>;
}

const NOT_THERE: ServiceResponse = { status: 403, body: 'Access Denied' };

export class Distributions {
  readonly policies = new Map<string, Readonly<Record<string, string>>>();
  private readonly parts: Parts;
  private readonly hosts = new Map<string, string>();
  private only: Distribution | undefined;
  /** When the files were uploaded, on the clock of the cloud. */
  private uploaded = '';

  constructor(parts: Parts) {
    this.parts = parts;
  }

  create(distribution: Distribution): void {
    if (this.only) throw new Error('one distribution at most is emulated');
    this.only = distribution;
    this.uploaded = new Date(this.parts.time.now()).toUTCString();
    this.standsFor(`https://${distribution.domain}`, this.parts.location.endpoint);
  }

  /** Where people open the pages; undefined when there are none. */
  url(): string | undefined {
    return this.only && `${this.parts.location.endpoint}/`;
  }

  arnOf(id: string): string {
    const { account, partition } = this.parts.location;
    return `arn:${partition}:cloudfront::${account}:distribution/${id}`;
  }

  /** Pages that name an address of AWS reach the one here, as by an entry in /etc/hosts. */
  standsFor(there: string, here: string): void {
    this.hosts.set(there, here);
  }

  /** A text with the addresses of AWS replaced by those here. */
  here(text: string): string {
    return [...this.hosts].reduce((so, [there, here]) => so.replaceAll(there, here), text);
  }

  /** The API to which a path leads; undefined: to none. */
  apiAt(path: string): string | undefined {
    const origin = this.only?.behaviours.find((one) => fits(one.path, path))?.origin;
    return origin?.kind === 'api' ? origin.api : undefined;
  }

  /** undefined: there is no distribution. */
  async answer(request: GatewayRequest): Promise<ServiceResponse | undefined> {
    const distribution = this.only;
    if (!distribution) return undefined;
    const path = request.path === '/' ? `/${distribution.root}` : request.path;
    const behaviour = distribution.behaviours.find((one) => fits(one.path, path));
    if (!behaviour) return NOT_THERE;
    const answer = await this.fromOrigin(distribution, behaviour.origin, { ...request, path });
    const added = Object.entries(behaviour.headers).map(
      ([name, value]) => [name, this.here(value)] as const,
    );
    return { ...answer, headers: { ...answer.headers, ...Object.fromEntries(added) } };
  }

  private async fromOrigin(
    { id }: Distribution,
    origin: FileOrigin,
    request: GatewayRequest,
  ): Promise<ServiceResponse> {
    const { iam, buckets, httpApis, location } = this.parts;
    if (origin.kind === 'api') return httpApis.get(origin.api).answer(request, request.path);
    if (request.method !== 'GET' && request.method !== 'HEAD') return { status: 403, body: '' };
    const sourceArn = this.arnOf(id);
    const reader = { kind: 'service', name: 'cloudfront.amazonaws.com', sourceArn } as const;
    const object = `${arn({ ...location, region: '', account: '' }, 's3', origin.bucket)}${request.path}`;
    if (!iam.isAllowed(reader, 's3:GetObject', object)) return NOT_THERE;
    const { status, headers, body } = await buckets.send({
      method: 'GET',
      path: `/${origin.bucket}${request.path}`,
      query: new URLSearchParams(),
      headers: {},
      body: Buffer.alloc(0),
    });
    // nobody may list the bucket, so it does not say what is not there
    if (status !== 200) return NOT_THERE;
    const type = String(headers['content-type'] ?? '');
    const text = type.startsWith('application/json') ? this.here(body.toString('utf8')) : body;
    return {
      status,
      headers: { 'content-type': type, 'last-modified': this.uploaded },
      body: text,
    };
  }
}

function fits(pattern: string, path: string): boolean {
  const [before = '', ...after] = pattern.split('*');
  if (!path.startsWith(before)) return false;
  return after.length === 0 ? path === pattern : path.endsWith(after.at(-1) ?? '');
}
