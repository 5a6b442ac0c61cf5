// Express state machines, run by aws-local-stepfunctions. The interpreter knows neither IAM nor
// simulated time; both are added here.
import { randomUUID } from 'node:crypto';
import { StateMachine } from 'aws-local-stepfunctions';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { AwsError } from '../errors.ts';
import { parsePath, valueAtPath } from '../events/json-path.ts';
import type { Iam, Role } from '../iam/iam.ts';
import { isObject, type Json, type JsonObject } from '../json.ts';
import type { Functions } from '../lambda/functions.ts';
import type { Meter } from '../meter.ts';
import { MOST_KEPT, RingBuffer } from '../ring-buffer.ts';
import type { SimulatedTime, Sleep } from '../time.ts';
import { type PreparedDefinition, prepare, waitingTime } from './prepare-definition.ts';
import { RetryPauses } from './retry-pauses.ts';

/** One execution, kept for tests and tools to read. Times are simulated epoch ms. */
export interface Execution {
  readonly arn: string;
  readonly name: string;
  readonly machine: string;
  readonly input: Json;
  readonly startedAt: number;
  /** Names of the states in the order they were entered. */
  readonly path: readonly string[];
  readonly status: 'RUNNING' | 'SUCCEEDED' | 'FAILED';
  readonly output?: Json;
  readonly error?: string;
  readonly cause?: string;
  readonly endedAt?: number;
}

type Running = { -readonly [K in keyof Execution]: Execution[K] } & { path: string[] };
type Definition = ConstructorParameters<typeof StateMachine>[0];
type Handlers = Record<string, (input: unknown) => Promise<never>>;

export interface MachineSettings {
  readonly name: string;
  readonly arn: string;
  readonly role: Role;
  readonly definition: JsonObject;
}

export interface MachineParts {
  readonly time: SimulatedTime;
  readonly iam: Iam;
  readonly functions: Functions;
  readonly meter: Meter;
  /** Executions of a machine that are kept at least. */
  readonly history?: number | undefined;
}

const INVOKE = /^arn:aws:states:::lambda:invoke$/;
const FUNCTION = /^arn:aws:lambda:/;

/** An Express state machine: Lambda tasks only, run by an interpreter. */
export class Machine {
  readonly settings: MachineSettings;
  /** Executions that ended with an error. */
  failures = 0;
  private readonly parts: MachineParts;
  private readonly prepared: PreparedDefinition;
  private readonly interpreter: StateMachine;
  private readonly kept: RingBuffer<Running>;

  constructor(settings: MachineSettings, parts: MachineParts) {
    this.settings = settings;
    this.parts = parts;
    this.kept = new RingBuffer(parts.history ?? MOST_KEPT);
    this.prepared = prepare(settings.definition);
    for (const [name, { Resource }] of this.prepared.tasks)
      if (!INVOKE.test(String(Resource)) && !FUNCTION.test(String(Resource)))
        throw new NotEmulated(`resource '${String(Resource)}' of state '${name}'`);
    this.interpreter = new StateMachine(this.prepared.definition as unknown as Definition, {
      validationOptions: { noValidate: true },
    });
  }

  /** The latest. */
  executions(): readonly Execution[] {
    return this.kept.all().map((execution) => ({ ...execution, path: [...execution.path] }));
  }

  /** Starts and does not wait. @param delay simulated ms until the first state is entered */
  start(input: string, name: string = randomUUID(), delay = 0): Execution {
    const execution = this.newExecution(input, name);
    this.parts.time.work(`execution of ${this.settings.name}`, async (sleep) => {
      if (delay > 0) await sleep(delay);
      await this.run(execution, sleep);
    });
    return execution;
  }

  /**
   * Starts and waits for the end. The caller waits for the answer while simulated time stands
   * still, so Wait states and pauses before retries take no time.
   */
  async startSync(input: string, name: string = randomUUID()): Promise<Execution> {
    const execution = this.newExecution(input, name);
    await this.run(execution, async () => {});
    return execution;
  }

  private newExecution(input: string, name: string): Running {
    const { arn, name: machine } = this.settings;
    const execution: Running = {
      arn: `${arn.replace(':stateMachine:', ':express:')}:${name}:${randomUUID()}`,
      name,
      machine,
      input: parseInput(input),
      startedAt: this.parts.time.now(),
      path: [],
      status: 'RUNNING',
    };
    this.kept.add(execution);
    return execution;
  }

  private async run(execution: Running, sleep: Sleep): Promise<void> {
    const { time, meter } = this.parts;
    const handlers = this.handlers(sleep);
    const running = this.interpreter.run(execution.input as never, {
      overrides: {
        taskResourceLocalHandlers: handlers,
        retryIntervalOverrides: Object.fromEntries(Object.keys(handlers).map((name) => [name, 0])),
      },
      context: this.context(execution),
    });
    const following = follow(running.eventLogs, execution.path);
    try {
      execution.output = (await running.result) as Json;
      execution.status = 'SUCCEEDED';
    } catch (error) {
      const { Error: name, Cause } = readFailure(error);
      execution.error = name;
      execution.cause = Cause;
      execution.status = 'FAILED';
      this.failures++;
    }
    await following;
    execution.endedAt = time.now();
    meter.count('states', 'ExpressExecution', this.settings.name);
  }

  private context({ arn, name, startedAt }: Running) {
    const StartTime = new Date(startedAt).toISOString();
    return {
      Execution: { Id: arn, Name: name, RoleArn: this.settings.role.arn },
      LocalExecution: { StartTime },
      StateMachine: { Id: this.settings.arn, Name: this.settings.name },
    };
  }

  private handlers(sleep: Sleep): Handlers {
    const pauses = new RetryPauses();
    const handlers: Record<string, (input: unknown) => Promise<Json>> = {};
    for (const [name, state] of this.prepared.waits)
      handlers[name] = async (input) => {
        const read = (path: string) => valueAtPath(parsePath(path), input as Json);
        await sleep(waitingTime(state, read, this.parts.time.now()));
        return null;
      };
    for (const [name, state] of this.prepared.tasks)
      handlers[name] = async (input) => {
        try {
          const result = await this.invoke(state, input as Json);
          pauses.left(name);
          return result;
        } catch (error) {
          const pause = pauses.pauseFor(name, state, error instanceof Error ? error.name : '');
          if (pause > 0) await sleep(pause);
          throw error;
        }
      };
    return handlers as Handlers;
  }

  private async invoke(state: JsonObject, input: Json): Promise<Json> {
    const resource = String(state.Resource);
    const direct = FUNCTION.test(resource);
    const call: JsonObject = isObject(input) ? input : {};
    const target = this.parts.functions.get(direct ? resource : String(call.FunctionName));
    const { arn } = target.settings;
    this.parts.iam.authorize(this.settings.role, 'lambda:InvokeFunction', arn);
    const outcome = await target.invoke(JSON.stringify((direct ? input : call.Payload) ?? {}));
    const payload = JSON.parse(outcome.payload) as Json;
    if (outcome.functionError) throw taskError(payload, outcome.payload);
    if (direct) return payload;
    return { ExecutedVersion: '$LATEST', Payload: payload, StatusCode: 200 };
  }
}

function parseInput(input: string): Json {
  try {
    return JSON.parse(input) as Json;
  } catch {
    throw new AwsError('InvalidExecutionInput', 'the input of the execution is not JSON');
  }
}

/** Retry and Catch match on the name; the cause is the payload of the failed function. */
function taskError(payload: Json, cause: string): Error {
  const errorType = isObject(payload) ? payload.errorType : undefined;
  return Object.assign(new Error(cause), { name: String(errorType ?? 'Lambda.Unknown') });
}

async function follow(
  events: AsyncIterable<{ readonly type: string }>,
  path: string[],
): Promise<void> {
  for await (const event of events) {
    if (event.type !== 'StateEntered') continue;
    const { state } = event as unknown as { readonly state: { readonly name: string } };
    path.push(state.name);
  }
}

/** The interpreter wraps what ended an execution. */
function readFailure(error: unknown): { readonly Error: string; readonly Cause: string } {
  const wrapped = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(wrapped instanceof Error)) return { Error: 'States.Runtime', Cause: String(error) };
  return { Error: wrapped.name, Cause: wrapped.message };
}
