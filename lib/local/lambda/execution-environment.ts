// One execution environment: a worker thread that serves one invocation at a time and is used
// again.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Worker } from 'node:worker_threads';
import type { FunctionSettings } from './function-settings.ts';
import type {
  FromWorker,
  GatewayAnswer,
  Invocation,
  ToWorker,
  WorkerRequest,
  WorkerStart,
} from './worker-messages.ts';

export interface InvocationResult {
  /** JSON the caller gets. */
  readonly payload: string;
  /** Set when the function failed; then the payload describes the error. */
  readonly functionError?: 'Unhandled';
}

export interface ExecutionEnvironmentOptions {
  /** Where its thread starts. */
  readonly code: URL;
  readonly settings: FunctionSettings;
  /** All variables the function sees. */
  readonly variables: Readonly<Record<string, string>>;
  readonly now: number;
  readonly log: (text: string) => void;
  /** Answers what the function's SDK clients ask; undefined: it gets no answer. */
  readonly gateway: (request: WorkerRequest) => Promise<GatewayAnswer | undefined>;
  /** Real milliseconds after which an invocation is taken for hung. */
  readonly patience: number;
}

/** MiB for new objects in each thread, a quarter of what Node would take. */
const YOUNG = 12;

export class ExecutionEnvironment {
  private readonly parts: ExecutionEnvironmentOptions;
  private readonly worker: Worker;
  private settle: ((outcome: InvocationResult) => void) | undefined;
  private dead: string | undefined;

  constructor(parts: ExecutionEnvironmentOptions) {
    this.parts = parts;
    this.worker = new Worker(parts.code, {
      env: { ...parts.variables },
      workerData: {
        file: entryFile(parts.settings),
        exportName: parts.settings.handler.split('.').at(-1) ?? 'handler',
        compileCache: join(parts.settings.codeFolder, '..', '.compile-cache'),
        now: parts.now,
      } satisfies WorkerStart,
      // a function keeps little, and what it uses once is gone sooner in a small heap
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG },
      stdout: true,
      stderr: true,
    });
    this.worker.on('message', (message: FromWorker) => this.receive(message));
    this.worker.on('error', (error) => this.die(`Runtime exited with error: ${String(error)}`));
    this.worker.on('exit', () => this.die('Runtime exited'));
  }

  get isDead(): boolean {
    return this.dead !== undefined;
  }

  run(invocation: Invocation): Promise<InvocationResult> {
    return new Promise((resolve) => {
      const guard = setTimeout(() => {
        const seconds = this.parts.settings.timeout.toFixed(2);
        this.kill(`Task timed out after ${seconds} seconds`, 'Sandbox.Timedout');
      }, this.parts.patience);
      this.settle = (outcome) => {
        clearTimeout(guard);
        this.settle = undefined;
        resolve(outcome);
      };
      if (this.dead === undefined) this.post({ kind: 'invocation', invocation });
      else this.fail('Runtime.ExitError', this.dead);
    });
  }

  kill(reason: string, errorType = 'Runtime.ExitError'): void {
    this.dead ??= reason;
    void this.worker.terminate();
    this.fail(errorType, reason);
  }

  private receive(message: FromWorker): void {
    if (message.kind === 'log') this.parts.log(message.text);
    if (this.dead !== undefined) return;
    if (message.kind === 'request') void this.forward(message.id, message.request);
    if (message.kind === 'result') this.settle?.({ payload: message.payload });
    if (message.kind === 'error')
      this.settle?.({ payload: message.payload, functionError: 'Unhandled' });
    if (message.kind === 'broken') {
      this.dead = 'the module could not be loaded';
      this.settle?.({ payload: message.payload, functionError: 'Unhandled' });
      void this.worker.terminate();
    }
  }

  private async forward(id: number, request: WorkerRequest): Promise<void> {
    const answer = await this.parts.gateway(request);
    if (this.dead === undefined) this.post({ kind: 'answer', id, answer });
  }

  private post(message: ToWorker): void {
    this.worker.postMessage(message);
  }

  private die(reason: string): void {
    this.dead ??= reason;
    this.fail('Runtime.ExitError', this.dead);
  }

  private fail(errorType: string, errorMessage: string): void {
    this.settle?.({
      payload: JSON.stringify({ errorType, errorMessage, trace: [] }),
      functionError: 'Unhandled',
    });
  }
}

/** `index.handler` lies in index.mjs, index.js or index.cjs of the asset's folder. */
function entryFile({ name, codeFolder, handler }: FunctionSettings): string {
  const module = handler.slice(0, handler.lastIndexOf('.'));
  for (const extension of ['mjs', 'js', 'cjs']) {
    const path = join(codeFolder, `${module}.${extension}`);
    if (existsSync(path)) return pathToFileURL(path).href;
  }
  throw new Error(`function ${name}: no ${module}.mjs, .js or .cjs in ${codeFolder}`);
}
