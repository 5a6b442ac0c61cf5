// One execution environment as the cloud sees it: it serves one invocation at a time and is used
// again. Where its code runs: lib/local/lambda/hosted-environment.ts.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { FunctionSettings } from './function-settings.ts';
import type { FunctionThread, Hosted } from './function-threads.ts';
import type {
  FromEnvironment,
  GatewayAnswer,
  Invocation,
  ToEnvironment,
  WorkerRequest,
} from './worker-messages.ts';

export interface InvocationResult {
  /** JSON the caller gets. */
  readonly payload: string;
  /** Set when the function failed; then the payload describes the error. */
  readonly functionError?: 'Unhandled';
}

export interface ExecutionEnvironmentOptions {
  readonly thread: FunctionThread;
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

export class ExecutionEnvironment implements Hosted {
  private readonly parts: ExecutionEnvironmentOptions;
  private readonly number: number;
  private settle: ((outcome: InvocationResult) => void) | undefined;
  private dead: string | undefined;

  constructor(parts: ExecutionEnvironmentOptions) {
    const { settings, variables, now } = parts;
    this.parts = parts;
    this.number = parts.thread.host(this);
    const file = entryFile(settings);
    const exportName = settings.handler.split('.').at(-1) ?? 'handler';
    this.post({ kind: 'start', start: { file, exportName, variables, now } });
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
    this.parts.thread.end(this.number);
    this.fail(errorType, reason);
  }

  receive(message: FromEnvironment): void {
    if (message.kind === 'log') this.parts.log(message.text);
    if (message.kind === 'request') void this.forward(message.id, message.request);
    if (message.kind === 'result') this.settle?.({ payload: message.payload });
    if (message.kind === 'error')
      this.settle?.({ payload: message.payload, functionError: 'Unhandled' });
    if (message.kind === 'exited') this.kill(message.why);
    if (message.kind === 'broken') {
      this.dead = 'the module could not be loaded';
      this.parts.thread.end(this.number);
      this.settle?.({ payload: message.payload, functionError: 'Unhandled' });
    }
  }

  die(reason: string): void {
    this.dead ??= reason;
    this.fail('Runtime.ExitError', this.dead);
  }

  private async forward(id: number, request: WorkerRequest): Promise<void> {
    const answer = await this.parts.gateway(request);
    if (this.dead === undefined) this.post({ kind: 'answer', id, answer });
  }

  private post(message: ToEnvironment): void {
    this.parts.thread.post(this.number, message);
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
