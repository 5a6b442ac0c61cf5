// What SDK clients in a function send to the gateway travels as a message to the cloud instead of
// over a socket: the same method, path, headers and body, for a third of the processor time.
// It sits below the clients' HTTP handler, so the bundles stay as they are deployed.
import { EventEmitter } from 'node:events';
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { Readable } from 'node:stream';
import { current, type HostedEnvironment } from './hosted-environment.ts';
import { http } from './light-http.ts';
import type { GatewayAnswer, WorkerRequest } from './worker-messages.ts';

type Answered = (response: IncomingMessage) => void;
type Chunk = Buffer | string;

/** Requests of functions to their gateway are posted, all others still go through sockets. */
export function installGatewayRequests(): void {
  const request = http.request;
  http.request = ((...args: readonly unknown[]) => {
    const [options, answered] = args;
    if (!isOptions(options) || !leadsTo(current(), options))
      return Reflect.apply(request, http, args);
    return begun(options, answered as Answered | undefined);
  }) as typeof http.request;
  syncBuiltinESMExports();
}

/** SDK clients put prefixes such as `sync-` before the endpoint's host. */
function leadsTo(environment: HostedEnvironment | undefined, options: RequestOptions): boolean {
  if (!environment) return false;
  const { hostname, port } = environment.gateway;
  return options.host?.endsWith(hostname) === true && String(options.port) === port;
}

function begun(options: RequestOptions, answered: Answered | undefined): ClientRequest {
  const { method = 'GET', path } = options;
  const headers = lowerCased(options.headers);
  const request = new MessageRequest({ method, path: path ?? '/', headers });
  if (answered) request.once('response', answered);
  // asked for before a large body is sent; the gateway always wants it
  if ('expect' in headers) setImmediate(() => request.emit('continue'));
  return request as unknown as ClientRequest;
}

/** Connected, so that nobody waits for it to be. */
const SOCKET = {
  connecting: false,
  setKeepAlive() {},
  setTimeout() {},
  removeListener() {},
  destroy() {},
};

/** As much of a ClientRequest as an HTTP handler and `pipe` use. */
class MessageRequest extends EventEmitter {
  readonly socket = SOCKET;
  private readonly head: Omit<WorkerRequest, 'body'>;
  private readonly chunks: Chunk[] = [];
  private isDestroyed = false;

  constructor(head: Omit<WorkerRequest, 'body'>) {
    super();
    this.head = head;
  }

  write(chunk: Chunk): boolean {
    this.chunks.push(chunk);
    return true;
  }

  end(chunk?: Chunk): this {
    if (chunk !== undefined) this.chunks.push(chunk);
    current()?.ask({ ...this.head, body: whole(this.chunks) }, (answer) => this.settle(answer));
    return this;
  }

  setTimeout(): this {
    return this;
  }

  destroy(error?: Error): this {
    if (this.isDestroyed) return this;
    this.isDestroyed = true;
    if (error) this.emit('error', error);
    this.emit('close');
    return this;
  }

  /** Without an answer the connection has been closed. */
  private settle(answer: GatewayAnswer | undefined): void {
    if (this.isDestroyed) return;
    if (answer === undefined) {
      this.destroy(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
      return;
    }
    this.emit(
      'response',
      isCollected(answer) ? new CollectedResponse(answer) : new MessageResponse(answer),
    );
    this.emit('close');
  }
}

/** Text stays text: a message carries it at half the cost of bytes. */
function whole(chunks: readonly Chunk[]): Uint8Array | string {
  const [first = '', ...more] = chunks;
  if (typeof first === 'string' && more.length === 0) return first;
  // copied: a message takes all memory behind a buffer along, and small ones share a pool
  return new Uint8Array(Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))));
}

/** Clients of the JSON services collect the whole body before they look at it. */
const isCollected = ({ headers }: GatewayAnswer): boolean =>
  headers['content-type']?.startsWith('application/x-amz-json') === true;

/** As much of an IncomingMessage as they use. A stream would take longer to make than to read. */
class CollectedResponse {
  readonly statusCode: number;
  readonly headers: GatewayAnswer['headers'];
  private readonly body: GatewayAnswer['body'];
  private readonly ended: (() => void)[] = [];

  constructor({ status, headers, body }: GatewayAnswer) {
    this.statusCode = status;
    this.headers = headers;
    this.body = body;
  }

  pipe<T extends NodeJS.WritableStream>(to: T): T {
    to.end(this.body);
    return to;
  }

  /** The whole body at once, as soon as somebody listens; nothing goes wrong any more. */
  on(event: string, listener: (piece?: GatewayAnswer['body']) => void): this {
    if (event === 'data') process.nextTick(() => this.tell(listener));
    if (event === 'end') this.ended.push(listener);
    return this;
  }

  private tell(listener: (piece: GatewayAnswer['body']) => void): void {
    if (this.body.length > 0) listener(this.body);
    for (const end of this.ended) end();
  }
}

/** As much of an IncomingMessage as an HTTP handler uses. */
class MessageResponse extends Readable {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly complete = true;
  private body: GatewayAnswer['body'] | undefined;

  constructor({ status, headers, body }: GatewayAnswer) {
    super();
    this.statusCode = status;
    this.headers = headers;
    this.body = body;
  }

  override _read(): void {
    const { body = '' } = this;
    this.body = undefined;
    if (body.length > 0) this.push(body);
    this.push(null);
  }

  /** All of it is there: whoever collects it gets it at once. */
  override pipe<T extends NodeJS.WritableStream>(to: T): T {
    if (this.body === undefined) return super.pipe(to);
    to.end(this.body);
    this.body = undefined;
    return to;
  }
}

function isOptions(value: unknown): value is RequestOptions {
  return typeof value === 'object' && value !== null && !(value instanceof URL);
}

function lowerCased(headers: RequestOptions['headers'] = {}): Readonly<Record<string, string>> {
  const lower: Record<string, string> = {};
  for (const [name, value] of Object.entries(headers)) lower[name.toLowerCase()] = String(value);
  return lower;
}
