// A function runs in a few warm execution environments, so that what a bundle keeps between
// invocations is exercised as on AWS. Calls beyond the concurrency wait, where AWS would throttle
// them.
import { randomUUID } from 'node:crypto';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import type { AwsLocation } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { SimulatedTime } from '../time.ts';
import {
  ExecutionEnvironment,
  type ExecutionEnvironmentOptions,
  type InvocationResult,
} from './execution-environment.ts';
import { type AsyncSettings, DEFAULT_ASYNC, type FunctionSettings } from './function-settings.ts';
import type { FunctionThreads } from './function-threads.ts';

/** Date.now() is whole, also where time passes at a pace of its own. */
const wholeMs = (time: number): number => Math.floor(time);

export interface FunctionParts {
  readonly location: AwsLocation;
  readonly time: SimulatedTime;
  readonly threads: FunctionThreads;
  /** Environments per function unless it reserves fewer. */
  readonly poolSize: number;
  /** Real seconds granted per second of the template's timeout, so a slow machine kills nothing. */
  readonly patience: number;
  readonly log: (requestId: string, text: string) => void;
  readonly gateway: ExecutionEnvironmentOptions['gateway'];
  readonly meter: (gbSeconds: number) => void;
  /** Registers a new access key for an environment. */
  readonly newKey: (kill: (reason: string) => void) => string;
  readonly dropKey: (key: string) => void;
}

const STOPPING = 'the local cloud stops';
const REPLACED = 'the function has new code';

interface Slot {
  readonly environment: ExecutionEnvironment;
  readonly key: string;
  /** Of the function when it was started. */
  readonly settings: FunctionSettings;
  requestId: string;
}

/** A deployed function and its few warm environments. */
export class LambdaFunction {
  asynchronous: AsyncSettings = DEFAULT_ASYNC;
  /** Invocations that ended with an error. */
  failures = 0;
  private readonly parts: FunctionParts;
  private current: FunctionSettings;
  private readonly idle: Slot[] = [];
  private readonly busy = new Set<Slot>();
  private readonly waiting: (() => void)[] = [];
  private stopped = false;

  constructor(settings: FunctionSettings, parts: FunctionParts) {
    this.current = settings;
    this.parts = parts;
  }

  get settings(): FunctionSettings {
    return this.current;
  }

  /** New code or settings: what runs goes on as it is, the next invocation has them. */
  changeTo(settings: FunctionSettings): void {
    this.current = settings;
    for (const slot of this.idle.splice(0)) this.discard(slot);
  }

  /** Invocations that may run at the same time. */
  get concurrency(): number {
    const { reservedConcurrency } = this.settings;
    return Math.min(reservedConcurrency ?? this.parts.poolSize, this.parts.poolSize);
  }

  /**
   * Runs the function; a call beyond the concurrency waits for its turn. Never rejects for the
   * function's errors.
   */
  async invoke(payload: string): Promise<InvocationResult> {
    const { settings, parts } = this;
    if (!settings.runtime.startsWith('nodejs'))
      throw new NotEmulated(`runtime '${settings.runtime}' of function ${settings.name}`);
    if (this.concurrency === 0)
      throw new AwsError(
        'TooManyRequestsException',
        'Rate Exceeded: reserved concurrency is 0',
        429,
      );
    const release = parts.time.hold(`function ${settings.name}`);
    try {
      const slot = await this.take();
      return await this.runIn(slot, payload);
    } finally {
      release();
    }
  }

  stop(): void {
    this.stopped = true;
    for (const slot of [...this.idle, ...this.busy]) slot.environment.kill(STOPPING);
  }

  private async runIn(slot: Slot, payload: string): Promise<InvocationResult> {
    const { settings, parts } = this;
    slot.requestId = randomUUID();
    const began = performance.now();
    const outcome = await slot.environment.run({
      payload,
      now: wholeMs(parts.time.now()),
      timeLeft: settings.timeout * 1000,
      context: {
        awsRequestId: slot.requestId,
        functionName: settings.name,
        functionVersion: '$LATEST',
        invokedFunctionArn: settings.arn,
        memoryLimitInMB: String(settings.memory),
        logGroupName: `/aws/lambda/${settings.name}`,
        logStreamName: 'local',
      },
    });
    parts.meter(((performance.now() - began) / 1000) * (settings.memory / 1024));
    this.giveBack(slot);
    if (outcome.functionError) this.failures++;
    return outcome;
  }

  private async take(): Promise<Slot> {
    const code = await this.parts.threads.code();
    while (this.idle.length === 0 && this.busy.size >= this.concurrency)
      await new Promise<void>((resolve) => this.waiting.push(resolve));
    const slot = this.idle.pop() ?? this.start(code);
    this.busy.add(slot);
    return slot;
  }

  private giveBack(slot: Slot): void {
    this.busy.delete(slot);
    if (slot.settings !== this.current) this.discard(slot);
    else if (slot.environment.isDead) this.parts.dropKey(slot.key);
    else this.idle.push(slot);
    this.waiting.shift()?.();
  }

  private discard({ environment, key }: Slot): void {
    environment.kill(REPLACED);
    this.parts.dropKey(key);
  }

  private start(code: URL | undefined): Slot {
    const { settings, parts } = this;
    const key = parts.newKey((reason) => slot.environment.kill(reason));
    const slot: Slot = {
      key,
      settings,
      requestId: '',
      environment: new ExecutionEnvironment({
        thread: parts.threads.next(code),
        settings,
        variables: variables(settings, parts.location, key),
        now: wholeMs(parts.time.now()),
        log: (text) => parts.log(slot.requestId, text),
        gateway: parts.gateway,
        patience: settings.timeout * 1000 * parts.patience,
      }),
    };
    // an invocation that waited for its turn gets it when the one before is killed, and a thread
    // would outlive the cloud
    if (this.stopped) slot.environment.kill(STOPPING);
    return slot;
  }
}

/** What Lambda sets beside the template's own variables. */
function variables(
  settings: FunctionSettings,
  location: AwsLocation,
  key: string,
): Readonly<Record<string, string>> {
  return {
    AWS_REGION: location.region,
    AWS_DEFAULT_REGION: location.region,
    AWS_ENDPOINT_URL: location.endpoint,
    AWS_ACCESS_KEY_ID: key,
    AWS_SECRET_ACCESS_KEY: 'local',
    AWS_SESSION_TOKEN: 'local',
    AWS_LAMBDA_FUNCTION_NAME: settings.name,
    AWS_LAMBDA_FUNCTION_VERSION: '$LATEST',
    AWS_LAMBDA_FUNCTION_MEMORY_SIZE: String(settings.memory),
    AWS_LAMBDA_LOG_GROUP_NAME: `/aws/lambda/${settings.name}`,
    AWS_LAMBDA_LOG_STREAM_NAME: 'local',
    AWS_LAMBDA_INITIALIZATION_TYPE: 'on-demand',
    AWS_EXECUTION_ENV: `AWS_Lambda_${settings.runtime}`,
    LAMBDA_TASK_ROOT: settings.codeFolder,
    _HANDLER: settings.handler,
    TZ: 'UTC',
    // The reader's own AWS profile must not leak into a function, and there is no X-Ray daemon
    // here.
    AWS_CONFIG_FILE: `${settings.codeFolder}/.no-config`,
    AWS_SHARED_CREDENTIALS_FILE: `${settings.codeFolder}/.no-credentials`,
    AWS_EC2_METADATA_DISABLED: 'true',
    ...settings.environment,
  };
}
