// One execution environment in a thread that hosts several: a worker, or the cloud's own thread.
// They share the thread, not what they see: variables, time, output and the way to the gateway are
// those of the environment whose code is running (lib/local/lambda/thread-globals.ts).
import { AsyncLocalStorage } from 'node:async_hooks';
import type {
  EnvironmentStart,
  FromEnvironment,
  GatewayAnswer,
  Invocation,
  WorkerRequest,
} from './worker-messages.ts';

type Handler = (event: unknown, context: unknown, callback: Callback) => unknown;
type Callback = (error: unknown, result?: unknown) => void;
/** Where the gateway listens, as a URL has it. */
export type GatewayAddress = Pick<URL, 'origin' | 'hostname' | 'port'>;

type Answered = (answer: GatewayAnswer | undefined) => void;

const running = new AsyncLocalStorage<HostedEnvironment>();

/** The environment whose code is running; none between invocations, and in the cloud's own code. */
export const current = (): HostedEnvironment | undefined => running.getStore();

/** Runs what belongs to none, though the code of one may be running. */
export const besideEnvironments = (run: () => void): void => running.exit(run);

export class HostedEnvironment {
  /** Changes as a process's own would. */
  readonly variables: Record<string, string>;
  /** Simulated epoch ms; stands while the function runs. */
  now: number;
  /** Of the gateway. */
  readonly gateway: GatewayAddress;
  private readonly send: (message: FromEnvironment) => void;
  private readonly loading: Promise<Handler>;
  private readonly waiting = new Map<number, Answered>();
  private last = 0;
  private hasEnded = false;

  /**
   * @param gateway where it listens
   * @param load imports the module
   */
  constructor(
    start: EnvironmentStart,
    gateway: GatewayAddress,
    load: () => Promise<unknown>,
    send: (message: FromEnvironment) => void,
  ) {
    this.variables = { ...start.variables };
    this.now = start.now;
    this.gateway = gateway;
    this.send = send;
    // handlers may have state from loading, so it happens once per environment, as on AWS
    this.loading = running.run(this, async () => handlerIn(await load(), start.exportName));
    this.loading.then(
      () => this.post({ kind: 'ready' }),
      (error: unknown) => this.post({ kind: 'broken', payload: describe(error) }),
    );
  }

  invoke(invocation: Invocation): void {
    // what cannot be loaded has been reported above
    this.loading.then(
      (handler) => running.run(this, () => this.run(handler, invocation)),
      () => {},
    );
  }

  log(text: string): void {
    this.post({ kind: 'log', text });
  }

  /** Asks the gateway. */
  ask(request: WorkerRequest, answered: Answered): void {
    if (this.hasEnded) return;
    this.last += 1;
    // what follows a promise is in the context of who asks; binding to it costs more
    const { promise, resolve } = Promise.withResolvers<GatewayAnswer | undefined>();
    void promise.then(answered);
    this.waiting.set(this.last, resolve);
    this.post({ kind: 'request', id: this.last, request });
  }

  receive(id: number, answer: GatewayAnswer | undefined): void {
    const answered = this.waiting.get(id);
    this.waiting.delete(id);
    answered?.(answer);
  }

  exit(why: string): void {
    this.post({ kind: 'exited', why });
    this.end();
  }

  /** Whatever its code still does reaches nobody. */
  end(): void {
    this.hasEnded = true;
    this.waiting.clear();
  }

  private post(message: FromEnvironment): void {
    if (!this.hasEnded) this.send(message);
  }

  private async run(handler: Handler, invocation: Invocation): Promise<void> {
    this.now = invocation.now;
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
      this.post({ kind: 'result', payload: JSON.stringify(result ?? null) });
    } catch (error) {
      this.post({ kind: 'error', payload: describe(error) });
    }
  }
}

function handlerIn(module: unknown, exportName: string): Handler {
  const exported = module as Readonly<Record<string, unknown>> & {
    readonly default?: Readonly<Record<string, unknown>>;
  };
  const handler = exported[exportName] ?? exported.default?.[exportName];
  if (typeof handler !== 'function')
    throw Object.assign(new Error(`${exportName} is undefined or not exported`), {
      name: 'Runtime.HandlerNotFound',
    });
  return handler as Handler;
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
