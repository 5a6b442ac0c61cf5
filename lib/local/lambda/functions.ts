// The deployed functions. Each execution environment gets an access key of its own, so the gateway
// knows which function calls and with which role.
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { CallingFunction, Gateway } from '../gateway/gateway.ts';
import { drawAccessKey } from '../iam/access-key.ts';
import type { Iam } from '../iam/iam.ts';
import type { LogSink } from '../logs.ts';
import type { Meter } from '../meter.ts';
import type { SqsQueues } from '../sqs/sqs-queues.ts';
import type { SimulatedTime } from '../time.ts';
import { AsyncInvocations } from './async-invocations.ts';
import type { FunctionSettings } from './function-settings.ts';
import { FunctionThreads } from './function-threads.ts';
import { LambdaFunction } from './lambda-function.ts';

export interface FunctionsParts {
  readonly location: AwsLocation;
  readonly time: SimulatedTime;
  readonly iam: Iam;
  readonly gateway: Gateway;
  readonly meter: Meter;
  readonly logs: LogSink;
  readonly faults: Faults;
  readonly queues: SqsQueues;
  readonly poolSize: number;
  readonly patience: number;
  /** Functions run in the cloud's own thread. */
  readonly oneThread: boolean;
  /** Folder for the compiled code of functions. */
  readonly compileCache: string;
}

/** All functions of the cloud. */
export class Functions {
  readonly events: AsyncInvocations;
  private readonly parts: FunctionsParts;
  private readonly byArn = new Map<string, LambdaFunction>();
  /** By what functions were asked for under; alarms ask for each every minute. */
  private readonly arns = new Map<string, string>();
  private readonly threads: FunctionThreads;
  private readonly callers = new Map<string, CallingFunction>();

  constructor(parts: FunctionsParts) {
    this.parts = parts;
    this.events = new AsyncInvocations(parts);
    const { location, compileCache } = parts;
    this.threads = new FunctionThreads(
      { endpoint: location.endpoint, compileCache },
      parts.oneThread,
    );
  }

  create(settings: FunctionSettings): LambdaFunction {
    const { location, time, iam, gateway, meter, logs, poolSize, patience } = this.parts;
    const { name } = settings;
    const known = this.byArn.get(settings.arn);
    if (known) {
      known.changeTo(settings);
      return known;
    }
    const created = new LambdaFunction(settings, {
      location,
      time,
      threads: this.threads,
      poolSize,
      patience,
      log: (requestId, text) => {
        for (const line of text.split('\n'))
          if (line) logs.write({ at: time.now(), function: name, requestId, text: line });
      },
      gateway: (request) => gateway.answerWorker(request),
      meter: (gbSeconds) => meter.count('lambda', 'Invocation', name, gbSeconds),
      newKey: (kill) => {
        const key = drawAccessKey(name);
        iam.addKey(key, settings.role);
        this.callers.set(key, { functionName: name, kill });
        return key;
      },
      dropKey: (key) => {
        iam.removeKey(key);
        this.callers.delete(key);
      },
    });
    this.byArn.set(settings.arn, created);
    return created;
  }

  /** By name, ARN, or ARN with a version or alias. */
  arnOf(nameOrArn: string): string {
    if (!nameOrArn.startsWith('arn:'))
      return arn(this.parts.location, 'lambda', `function:${nameOrArn.split(':')[0]}`);
    return nameOrArn.split(':').slice(0, 7).join(':');
  }

  get(nameOrArn: string): LambdaFunction {
    let whole = this.arns.get(nameOrArn);
    if (whole === undefined) {
      whole = this.arnOf(nameOrArn);
      this.arns.set(nameOrArn, whole);
    }
    const found = this.byArn.get(whole);
    if (found) return found;
    throw new AwsError('ResourceNotFoundException', `Function not found: ${nameOrArn}`, 404);
  }

  callerOf(accessKey: string): CallingFunction | undefined {
    return this.callers.get(accessKey);
  }

  all(): readonly LambdaFunction[] {
    return [...this.byArn.values()];
  }

  stop(): void {
    for (const each of this.byArn.values()) each.stop();
    this.threads.stop();
  }

  /** Seconds of processor time the functions have taken so far. */
  cpu(): Promise<number> {
    return this.threads.cpu();
  }
}
