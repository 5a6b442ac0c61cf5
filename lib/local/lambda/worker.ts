// Runs one deployed bundle in a thread of its own, as one execution environment of Lambda does.
// Knows nothing of the cloud around it: it reaches AWS through AWS_ENDPOINT_URL like on AWS.
import dns from 'node:dns';
import { enableCompileCache, flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { GatewayRequests } from './gateway-requests.ts';
import { blockInternet } from './no-internet.ts';
import type { FromWorker, Invocation, ToWorker, WorkerStart } from './worker-messages.ts';

const RealDate = Date;
let now = 0;
const LOCAL = '127.0.0.1';

/** `new Date()` and `Date.now()` show simulated time, which stands while the function runs. */
class SimulatedDate extends RealDate {
  constructor(...args: readonly unknown[]) {
    if (args.length === 0) super(now);
    else super(...(args as [number]));
  }

  static override now(): number {
    return now;
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return Object.prototype.toString.call(value) === '[object Date]';
  }
}

/** `Date()` without new is a call, which a class refuses. */
globalThis.Date = new Proxy(SimulatedDate, {
  apply: () => new RealDate(now).toString(),
}) as unknown as DateConstructor;

const lookup = dns.lookup;

/**
 * SDK clients put prefixes such as `sync-` before the endpoint's host, also when that is an
 * address.
 */
dns.lookup = ((host: string, ...rest: unknown[]) =>
  Reflect.apply(lookup, dns, [host.endsWith(LOCAL) ? LOCAL : host, ...rest])) as typeof lookup;

const gatewayRequests = new GatewayRequests(post);
gatewayRequests.install(process.env.AWS_ENDPOINT_URL ?? '');
blockInternet(process.env.AWS_ENDPOINT_URL ?? '');

type Handler = (event: unknown, context: unknown, callback: Callback) => unknown;
type Callback = (error: unknown, result?: unknown) => void;

let written = '';

/** Lines of one turn of the event loop travel together, at the latest with the next message. */
function log(text: string): void {
  if (written === '') setImmediate(flush);
  written += text;
}

function flush(): void {
  if (written !== '') parentPort?.postMessage({ kind: 'log', text: written } satisfies FromWorker);
  written = '';
}

function post(message: FromWorker): void {
  flush();
  parentPort?.postMessage(message);
}

function capture(stream: NodeJS.WriteStream): void {
  stream.write = ((chunk: string | Uint8Array, ...rest: readonly unknown[]) => {
    log(typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString());
    const done = rest.at(-1);
    if (typeof done === 'function') done();
    return true;
  }) as typeof stream.write;
}

async function load(start: WorkerStart): Promise<Handler> {
  const { file, exportName, compileCache } = start;
  now = start.now;
  enableCompileCache(compileCache);
  const module = (await import(file)) as Record<string, unknown> & {
    readonly default?: Readonly<Record<string, unknown>>;
  };
  const handler = module[exportName] ?? module.default?.[exportName];
  if (typeof handler !== 'function')
    throw Object.assign(new Error(`${exportName} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  return handler as Handler;
}

async function run(handler: Handler, invocation: Invocation): Promise<void> {
  now = invocation.now;
  const began = performance.now();
  const context = {
    ...invocation.context,
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => invocation.timeLeft - (performance.now() - began),
    done: () => {},
    fail: () => {},
    succeed: () => {},
  };
  try {
    const result = await called(handler, JSON.parse(invocation.payload), context);
    post({ kind: 'result', payload: JSON.stringify(result ?? null) });
  } catch (error) {
    post({ kind: 'error', payload: describe(error) });
  }
}

function called(handler: Handler, event: unknown, context: unknown): unknown {
  return new Promise((resolve, reject) => {
    const callback: Callback = (error, result) => (error ? reject(error) : resolve(result));
    const run = async () => handler(event, context, callback);
    run().then((result) => {
      if (result !== undefined || handler.length < 3) resolve(result);
    }, reject);
  });
}

/** As the Node.js runtime of Lambda reports an error. */
function describe(error: unknown): string {
  if (!(error instanceof Error))
    return JSON.stringify({ errorType: typeof error, errorMessage: String(error), trace: [] });
  return JSON.stringify({
    errorType: error.name,
    errorMessage: error.message,
    trace: (error.stack ?? '').split('\n'),
  });
}

capture(process.stdout);
capture(process.stderr);
// Handlers may have state from loading, so it happens once per environment, as on AWS.
const loading = load(workerData as WorkerStart);
loading.then(
  () => {
    post({ kind: 'ready' });
    flushCompileCache(); // a thread that is terminated would not write it
  },
  (error: unknown) => post({ kind: 'broken', payload: describe(error) }),
);
parentPort?.on('message', (message: ToWorker) => {
  if (message.kind === 'answer') {
    gatewayRequests.receive(message);
    return;
  }
  // A module that cannot be loaded has been reported above; unhandled here, its error would end
  // the thread before that report is read.
  loading.then(
    (handler) => run(handler, message.invocation),
    () => {},
  );
});
