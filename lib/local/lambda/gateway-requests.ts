// What SDK clients in a worker send to the gateway travels as a message to the main thread instead
// of over a socket: the same method, path, headers and body, for a third of the processor time.
// It sits below the clients' HTTP handler, so the bundles stay as they are deployed.
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http';
import { syncBuiltinESMExports } from 'node:module';
import { Readable, Writable } from 'node:stream';
import { http } from './light-http.ts';
import type { FromWorker, GatewayAnswer, ToWorker } from './worker-messages.ts';

type Answered = (response: IncomingMessage) => void;
type Post = (message: FromWorker) => void;

/** Requests to the gateway's port are posted, all others still go through sockets. */
export class GatewayRequests {
  private readonly post: Post;
  private readonly waiting = new Map<number, MessageRequest>();
  private last = 0;

  constructor(post: Post) {
    this.post = post;
  }

  /** @param endpoint of the gateway; without one nothing changes */
  install(endpoint: string): void {
    if (endpoint === '') return;
    const { hostname, port } = new URL(endpoint);
    const request = http.request;
    http.request = ((...args: readonly unknown[]) => {
      const [options, answered] = args;
      if (!isOptions(options)) return Reflect.apply(request, http, args);
      // SDK clients put prefixes such as `sync-` before the endpoint's host
      const isGateway = Boolean(options.host?.endsWith(hostname)) && String(options.port) === port;
      if (!isGateway) return Reflect.apply(request, http, args);
      return this.send(options, answered as Answered | undefined);
    }) as typeof http.request;
    syncBuiltinESMExports();
  }

  receive({ id, answer }: Extract<ToWorker, { readonly kind: 'answer' }>): void {
    const request = this.waiting.get(id);
    this.waiting.delete(id);
    request?.settle(answer);
  }

  private send(options: RequestOptions, answered: Answered | undefined): ClientRequest {
    this.last += 1;
    const id = this.last;
    const request = new MessageRequest((body) => {
      this.waiting.set(id, request);
      const { method = 'GET', path = '/' } = options;
      this.post({
        kind: 'request',
        id,
        request: { method, path: path ?? '/', headers: lowerCased(options.headers), body },
      });
    });
    if (answered) request.once('response', answered);
    // asked for before a large body is sent; the gateway always wants it
    if ('expect' in lowerCased(options.headers)) setImmediate(() => request.emit('continue'));
    return request as unknown as ClientRequest;
  }
}

/** As much of a ClientRequest as an HTTP handler uses. */
class MessageRequest extends Writable {
  private readonly sendBody: (body: Uint8Array) => void;
  private readonly chunks: Buffer[] = [];

  constructor(sendBody: (body: Uint8Array) => void) {
    super({ autoDestroy: false });
    this.sendBody = sendBody;
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  override _final(done: () => void): void {
    const [first = Buffer.alloc(0)] = this.chunks;
    // copied: a message takes all memory behind a buffer along, and small ones share a pool
    this.sendBody(new Uint8Array(this.chunks.length > 1 ? Buffer.concat(this.chunks) : first));
    done();
  }

  setTimeout(): this {
    return this;
  }

  /** Without an answer the connection has been closed. */
  settle(answer: GatewayAnswer | undefined): void {
    if (this.destroyed) return;
    if (answer === undefined) {
      this.destroy(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
      return;
    }
    this.emit('response', new MessageResponse(answer));
    this.emit('close');
  }
}

/** As much of an IncomingMessage as an HTTP handler uses. */
class MessageResponse extends Readable {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly complete = true;

  constructor({ status, headers, body }: GatewayAnswer) {
    super({ read() {} });
    this.statusCode = status;
    this.headers = headers;
    if (body.length > 0) this.push(body);
    this.push(null);
  }
}

function isOptions(value: unknown): value is RequestOptions {
  return typeof value === 'object' && value !== null && !(value instanceof URL);
}

function lowerCased(headers: RequestOptions['headers'] = {}): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  );
}
