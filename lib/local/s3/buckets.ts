// S3 objects are stored by fauxqs, in this process and without a port of its own.
import { buildApp } from 'fauxqs';
import { AwsError } from '../errors.ts';
import type { GatewayRequest } from '../gateway/service.ts';

/** What S3 answers, as it goes back to the caller. */
export interface S3Response {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

interface BucketSettings {
  readonly name: string;
  /** Puts "Object Created" on the default event bus. */
  readonly notifiesEventBridge: boolean;
}

/**
 * The gateway writes these itself; the length too, but of an answer without a body it cannot know
 * it.
 */
const OWN_HEADERS = ['date', 'connection', 'keep-alive', 'transfer-encoding'];

type App = ReturnType<typeof buildApp>;

export class Buckets {
  private readonly region: string;
  private readonly byName = new Map<string, BucketSettings>();
  private app: App | undefined;

  constructor(region: string) {
    this.region = region;
  }

  async create(settings: BucketSettings): Promise<void> {
    const headers = { authorization: this.authorization() };
    const { statusCode, body } = await this.store().inject({
      method: 'PUT',
      url: `/${settings.name}`,
      headers,
    });
    if (statusCode !== 200) throw new Error(`bucket ${settings.name} was refused: ${body}`);
    this.byName.set(settings.name, settings);
  }

  notifyEventBridge(name: string): void {
    this.byName.set(name, { ...this.get(name), notifiesEventBridge: true });
  }

  get(name: string): BucketSettings {
    const bucket = this.byName.get(name);
    if (!bucket)
      throw new AwsError('NoSuchBucket', `The specified bucket does not exist: ${name}`, 404);
    return bucket;
  }

  async send(request: GatewayRequest): Promise<S3Response> {
    const query = request.query.toString();
    const { connection: _, 'content-length': __, expect: ___, ...headers } = request.headers;
    const response = await this.store().inject({
      method: request.method as 'GET',
      url: query ? `${request.path}?${query}` : request.path,
      headers: { ...headers, authorization: this.authorization() },
      ...(request.body.length > 0 ? { payload: request.body } : {}),
    });
    const isHead = request.method === 'HEAD';
    const kept = Object.entries(response.headers).flatMap(([name, value]): [string, string][] =>
      value === undefined || OWN_HEADERS.includes(name) || (name === 'content-length' && !isHead)
        ? []
        : [[name, Array.isArray(value) ? value.join(', ') : String(value)]],
    );
    return {
      status: response.statusCode,
      headers: Object.fromEntries(kept),
      body: response.rawPayload,
    };
  }

  async stop(): Promise<void> {
    await this.app?.close();
  }

  /** Made on first use: most small assemblies have no bucket. */
  private store(): App {
    this.app ??= buildApp({ logger: false, defaultRegion: this.region });
    return this.app;
  }

  private authorization(): string {
    return `AWS4-HMAC-SHA256 Credential=local/20260101/${this.region}/s3/aws4_request, SignedHeaders=host, Signature=0`;
  }
}
