// One port for all services: refuses web pages, finds service and caller from the request's
// signature, asks IAM, injects faults, lets the service answer, meters.
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { AwsError } from '../errors.ts';
import type { CallFault, Faults } from '../faults.ts';
import type { Iam, Principal } from '../iam/iam.ts';
import { isObject, type JsonObject } from '../json.ts';
import type { GatewayAnswer, WorkerRequest } from '../lambda/worker-messages.ts';
import type { Meter } from '../meter.ts';
import type { SimulatedTime } from '../time.ts';
import { foreignRequest } from './browser-guard.ts';
import { errorResponse, guessProtocol } from './errors.ts';
import { handshake, type UpgradeRoute } from './handshake.ts';
import type { Access, GatewayRequest, Service, ServiceCall, ServiceResponse } from './service.ts';
import { readSignature } from './signature.ts';
import { TextRequest } from './text-request.ts';

/** Answers requests that carry no signature, below a path prefix (an HTTP API, a web page). */
export type OpenRoute = (request: GatewayRequest) => Promise<ServiceResponse> | ServiceResponse;

/** An answer that goes on: server-sent events, until one of the two closes it. */
export interface EventStream {
  send(event: string, data: unknown): void;
  /** The reader has gone, or the cloud stops. */
  onClose(run: () => void): void;
}

/**
 * Opens a stream for a reader, or answers why not. Whoever reads one waits for what happens, so it
 * holds no time.
 */
export type StreamRoute = (
  request: GatewayRequest,
  stream: EventStream,
) => Promise<ServiceResponse | undefined>;

/** undefined: not answered either. */
type LastRoute = (
  request: GatewayRequest,
) => Promise<ServiceResponse | undefined> | ServiceResponse | undefined;

/** The worker behind an access key, if a function calls. */
export interface CallingFunction {
  readonly functionName: string;
  readonly kill: (reason: string) => void;
}

export interface GatewayParts {
  readonly time: SimulatedTime;
  readonly iam: Iam;
  readonly meter: Meter;
  readonly faults: Faults;
  readonly callerOf: (accessKey: string) => CallingFunction | undefined;
}

export class Gateway {
  private readonly parts: GatewayParts;
  private readonly services = new Map<string, Service>();
  private readonly open = new Map<string, OpenRoute>();
  private readonly streams = new Map<string, StreamRoute>();
  private last: LastRoute = () => undefined;
  private upgrades: UpgradeRoute = async ({ refuse }) => refuse(404);
  private readonly counts = new Map<string, number>();
  private dated = { at: Number.NaN, text: '' };
  private readonly server: Server;

  constructor(parts: GatewayParts) {
    this.parts = parts;
    this.server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
      void this.serve(request, response);
    });
    this.server.on('upgrade', (request, socket, head) => {
      void this.upgrade(request, socket, head);
    });
  }

  register(service: Service): void {
    this.services.set(service.name, service);
  }

  registerOpenRoute(prefix: string, route: OpenRoute): void {
    this.open.set(prefix, route);
  }

  /** @param path of the stream, whole */
  registerStream(path: string, route: StreamRoute): void {
    this.streams.set(path, route);
  }

  /** For unsigned requests that nobody else answers. */
  registerLastRoute(route: LastRoute): void {
    this.last = route;
  }

  /** For WebSockets. */
  registerUpgrades(route: UpgradeRoute): void {
    this.upgrades = route;
  }

  registered(): readonly Service[] {
    return [...this.services.values()];
  }

  /** @returns the port */
  listen(port: number): Promise<number> {
    return new Promise((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(port, '127.0.0.1', () => {
        resolve((this.server.address() as AddressInfo).port);
      });
    });
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const foreign = foreignRequest(incoming.headers, incoming.socket.localPort ?? 0);
    if (foreign) {
      const { headers } = incoming;
      this.send(response, errorResponse(foreign, guessProtocol({ headers })), false);
      return;
    }
    const method = incoming.method ?? 'GET';
    const stream = method === 'GET' && this.streams.get(targetOf(incoming.url ?? '/').path);
    if (stream) return this.stream(stream, incoming, response);
    const bodyless = method === 'HEAD';
    const release = this.parts.time.hold(`request ${incoming.url}`);
    try {
      const body = await readBody(incoming);
      const { url = '/', headers } = incoming;
      const answer = await this.answer({ method, ...targetOf(url), headers, body });
      if (answer) this.send(response, answer, bodyless);
      else response.destroy();
    } catch {
      response.destroy(); // The caller has gone, for instance a worker that was killed.
    } finally {
      release();
    }
  }

  private async upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    // who breaks off while nobody listens would end the process
    socket.on('error', () => {});
    const { method = 'GET', url = '/', headers } = incoming;
    const request = { method, ...targetOf(url), headers, body: Buffer.alloc(0) };
    const asked = handshake(incoming, request, socket, head);
    if (foreignRequest(headers, incoming.socket.localPort ?? 0)) return asked.refuse(403);
    await this.upgrades(asked).catch(() => asked.refuse(500));
  }

  private async stream(
    route: StreamRoute,
    { method = 'GET', url = '/', headers }: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const request = { method, ...targetOf(url), headers, body: Buffer.alloc(0) };
    const refusal = await route(request, eventStream(response)).catch(() => NO_STREAM);
    if (refusal) this.send(response, refusal, false);
  }

  /** For requests that functions send without a socket (lib/local/lambda/gateway-requests.ts). */
  async answerWorker(request: WorkerRequest): Promise<GatewayAnswer | undefined> {
    const { method, path, headers, body } = request;
    const release = this.parts.time.hold(path);
    try {
      const asked = { method, ...targetOf(path), headers };
      const answer = await this.answer(
        typeof body === 'string' && headers.authorization !== undefined
          ? new TextRequest(asked, body)
          : { ...asked, body: bytesOf(body) },
      );
      return answer && this.workerAnswer(answer, method === 'HEAD');
    } catch {
      return undefined; // as a connection that breaks
    } finally {
      release();
    }
  }

  private workerAnswer(answer: ServiceResponse, bodyless: boolean): GatewayAnswer {
    const headers = this.headersOf(answer, bodyless);
    return { status: answer.status, headers, body: bodyless ? '' : ownBytes(answer.body) };
  }

  private send(response: ServerResponse, answer: ServiceResponse, bodyless: boolean): void {
    response.sendDate = false;
    response.writeHead(answer.status, this.headersOf(answer, bodyless));
    response.end(bodyless ? undefined : answer.body);
  }

  private headersOf(answer: ServiceResponse, bodyless: boolean): Readonly<Record<string, string>> {
    const headers: Record<string, string> = {};
    if (!bodyless) headers['content-length'] = String(Buffer.byteLength(answer.body));
    for (const name in answer.headers) headers[name.toLowerCase()] = answer.headers[name] ?? '';
    // SDK clients correct their clock by this header.
    headers.date = this.date();
    return headers;
  }

  /** Many answers of one moment have the same. */
  private date(): string {
    const at = this.parts.time.now();
    if (this.dated.at !== at) this.dated = { at, text: new Date(at).toUTCString() };
    return this.dated.text;
  }

  /** Undefined: the caller gets no answer. */
  private async answer(request: GatewayRequest): Promise<ServiceResponse | undefined> {
    const signed = readSignature(request);
    if (!signed) return this.answerOpen(request);
    const service = this.services.get(signed.service);
    if (!service)
      return errorResponse(
        new NotEmulated(`service '${signed.service}' (${request.method} ${request.path})`),
        guessProtocol(request),
      );
    const principal = this.parts.iam.principalOf(signed.accessKey);
    if (!principal)
      return errorResponse(
        new AwsError('UnrecognizedClientException', `unknown access key ${signed.accessKey}`, 403),
        service.protocol,
      );
    const caller = this.parts.callerOf(signed.accessKey);
    return this.answerCall(service, newCall(service, request, principal), caller);
  }

  private async answerOpen(request: GatewayRequest): Promise<ServiceResponse> {
    for (const [prefix, route] of this.open)
      if (request.path === prefix || request.path.startsWith(`${prefix}/`)) return route(request);
    const answered = await this.last(request);
    if (answered) return answered;
    return errorResponse(
      new AwsError('MissingAuthenticationToken', 'the request is not signed', 403),
      'rest-json',
    );
  }

  private async answerCall(
    service: Service,
    call: ServiceCall,
    caller: CallingFunction | undefined,
  ): Promise<ServiceResponse | undefined> {
    const fault = this.fault(service, call, caller);
    try {
      for (const access of service.access(call)) this.authorize(call.principal, access);
      if (fault?.kind === 'error')
        throw new AwsError(fault.code, fault.message ?? 'injected', fault.status ?? 400);
      const answer = await service.handle(call);
      this.parts.meter.count(service.name, call.action, nameOf(call.principal), answer.units);
      return this.afterwards(fault, caller, answer);
    } catch (error) {
      return errorResponse(error, service.protocol);
    }
  }

  private authorize(principal: Principal, access: Access): void {
    const { iam } = this.parts;
    const { action, resource, facts, alternatives = [] } = access;
    if (alternatives.some((other) => iam.isAllowed(principal, action, other, facts))) return;
    iam.authorize(principal, action, resource, facts);
  }

  private fault(
    service: Service,
    call: ServiceCall,
    caller: CallingFunction | undefined,
  ): CallFault | undefined {
    if (!this.parts.faults.onCall) return undefined;
    const principal = nameOf(call.principal);
    const key = `${service.name}:${call.action}:${caller?.functionName ?? principal}`;
    const nth = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, nth);
    return this.parts.faults.onCall({
      service: service.name,
      action: call.action,
      principal,
      function: caller?.functionName,
      nth,
    });
  }

  private afterwards(
    fault: CallFault | undefined,
    caller: CallingFunction | undefined,
    answer: ServiceResponse,
  ): ServiceResponse | undefined {
    if (fault?.kind === 'kill-caller') caller?.kill('killed by an injected fault');
    return fault?.kind === 'lost-answer' || fault?.kind === 'kill-caller' ? undefined : answer;
  }
}

const NO_STREAM: ServiceResponse = { status: 500, body: '' };

/** https://html.spec.whatwg.org/multipage/server-sent-events.html */
function eventStream(response: ServerResponse): EventStream {
  return {
    send(event, data) {
      if (response.destroyed || response.writableEnded) return;
      if (!response.headersSent)
        response.writeHead(200, {
          'Content-Type': 'text/event-stream',
          'Cache-Control': 'no-store',
        });
      response.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
    },
    onClose: (run) => void response.once('close', run),
  };
}

const bytesOf = (body: Uint8Array | string): Buffer =>
  typeof body === 'string'
    ? Buffer.from(body)
    : Buffer.from(body.buffer, body.byteOffset, body.byteLength);

/** A message copies all memory behind a buffer, which may be a slice of something far larger. */
const ownBytes = (body: string | Buffer): string | Uint8Array =>
  typeof body === 'string' ? body : new Uint8Array(body);

const NO_QUERY = new URLSearchParams();

function targetOf(url: string): Pick<GatewayRequest, 'path' | 'query'> {
  if (!url.includes('?')) return { path: url, query: NO_QUERY };
  const [path = '/', query = ''] = url.split('?', 2);
  return { path, query: new URLSearchParams(query) };
}

/** Listeners instead of an async iterator: this runs for every call of a run. */
function readBody(incoming: IncomingMessage): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () =>
      resolve(chunks.length === 1 ? (chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(chunks)),
    );
    incoming.on('error', reject);
    incoming.on('close', () => reject(new Error('the caller has gone')));
  });
}

function nameOf(principal: Principal): string {
  if (principal.kind === 'role' || principal.kind === 'service') return principal.name;
  return 'administrator';
}

function newCall(service: Service, request: GatewayRequest, principal: Principal): ServiceCall {
  let parsed: JsonObject | undefined;
  return {
    request,
    principal,
    action: service.actionOf(request),
    json: () => {
      parsed ??= parseBody(request.text ?? request.body.toString('utf8'));
      return parsed;
    },
  };
}

function parseBody(text: string): JsonObject {
  if (text === '') return {};
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch (error) {
    throw new AwsError('SerializationException', `the body is not JSON: ${String(error)}`);
  }
  throw new AwsError('SerializationException', 'the body is not a JSON object');
}
