// Runs compiled rules, hundreds of thousands of times: exactly the states, comparisons and paths
// the compiler emits, prepared once per definition. Anything else is refused by name, so nothing
// passes here that Step Functions would see differently. Retries come at once; delays are up to the
// tasks, which know the virtual clock.
import type { StateMachine } from '../compiler/states/asl.ts';
import { type Predicate, predicate } from './machine/choice.ts';
import { type Read, reader, writer } from './machine/json-path.ts';
import { NotSupported, only } from './machine/not-supported.ts';
import { template } from './machine/template.ts';

/** Tasks by their name in the catalogue. */
export type MachineTasks = Readonly<Record<string, (input: unknown) => Promise<unknown>>>;

export interface MachineRun {
  readonly output: unknown;
  /** Names of the states, in order. */
  readonly path: readonly string[];
}

/**
 * What a state did: the data as it left, and where to go on; without `next` the machine is done.
 */
interface Step {
  readonly data: unknown;
  readonly next?: string;
}
type Runner = (data: unknown, tasks: MachineTasks) => Step | Promise<Step>;

interface Prepared {
  readonly start: string;
  readonly states: ReadonlyMap<string, Runner>;
}

/** Longer than any checked rule can run, as it has no loops. */
const MOST_STEPS = 10_000;

const prepared = new WeakMap<StateMachine, Prepared>();

/** Rejects with the task's error when no retry and no catch takes it. */
export async function runMachine(
  definition: StateMachine,
  input: unknown,
  tasks: MachineTasks,
): Promise<MachineRun> {
  const { start, states } = prepare(definition);
  const path: string[] = [];
  let name: string | undefined = start;
  let data = input;
  while (name !== undefined) {
    const run = states.get(name);
    if (!run) throw new NotSupported(`the state '${name}'`);
    if (path.push(name) > MOST_STEPS) throw new NotSupported('a machine that does not end');
    const outcome: Step | Promise<Step> = run(data, tasks);
    const step: Step = outcome instanceof Promise ? await outcome : outcome;
    data = step.data;
    name = step.next;
  }
  return { output: data, path };
}

function prepare(definition: StateMachine): Prepared {
  const known = prepared.get(definition);
  if (known) return known;
  only('the machine', definition, ['Comment', 'StartAt', 'TimeoutSeconds', 'States']);
  const states = Object.entries(definition.States).map(
    ([name, state]) => [name, runnerOf(name, state)] as const,
  );
  const made = { start: definition.StartAt, states: new Map(states) };
  prepared.set(definition, made);
  return made;
}

/** Any JSON: what is not of our subset is found here, whatever the types promise. */
type Fields = Readonly<Record<string, unknown>> & { readonly Type: string };

function runnerOf(name: string, state: object): Runner {
  const fields = state as Fields;
  const where = `the state '${name}'`;
  switch (fields.Type) {
    case 'Pass':
      return passRunner(where, fields);
    case 'Choice':
      return choiceRunner(where, fields);
    case 'Task':
      return taskRunner(where, fields);
    case 'Succeed':
      only(where, fields, ['Type', 'Comment']);
      return (data) => ({ data });
    default:
      throw new NotSupported(`the type '${fields.Type}' of ${where}`);
  }
}

function passRunner(where: string, state: Fields): Runner {
  const selects = state.InputPath !== undefined;
  const source = selects ? ['InputPath'] : ['Parameters', 'Result'];
  only(where, state, ['Type', 'Comment', ...source, 'ResultPath', 'Next']);
  const made: Read = selects
    ? reader(String(state.InputPath))
    : template(state.Result ?? state.Parameters ?? {});
  const put = writer(String(state.ResultPath ?? '$'));
  const next = String(state.Next);
  return (data) => ({ data: put(data, made(data)), next });
}

function choiceRunner(where: string, state: Fields): Runner {
  only(where, state, ['Type', 'Comment', 'Choices', 'Default']);
  const choices = (state.Choices as readonly { readonly Next: string }[]).map(
    (rule): { holds: Predicate; next: string } => ({
      holds: predicate(where, rule),
      next: rule.Next,
    }),
  );
  return (data) => {
    const next = choices.find(({ holds }) => holds(data))?.next ?? state.Default;
    if (next === undefined) throw new NoChoiceMatched(where);
    return { data, next: String(next) };
  };
}

const TASK_FIELDS = [
  'Type',
  'Comment',
  'Resource',
  'Parameters',
  'ResultSelector',
  'ResultPath',
  'Retry',
  'Catch',
  'Next',
];

function taskRunner(where: string, state: Fields): Runner {
  only(where, state, TASK_FIELDS);
  const task = taskOf(where, state);
  const payload = template((state.Parameters as { readonly Payload: unknown }).Payload);
  const select = state.ResultSelector === undefined ? undefined : template(state.ResultSelector);
  const put = writer(String(state.ResultPath ?? '$'));
  const next = String(state.Next);
  const retriers = (state.Retry ?? []) as readonly Retrier[];
  const catchers = (state.Catch ?? []) as readonly Catcher[];
  return async (data, tasks) => {
    const run = tasks[task];
    if (!run) throw new NotSupported(`the task '${task}' of ${where}`);
    try {
      const answer = { Payload: await withRetries(() => run(payload(data)), retriers) };
      return { data: put(data, select ? select(answer) : answer), next };
    } catch (error) {
      const caught = catchers.find((catcher) => matches(catcher.ErrorEquals, error));
      if (!caught) throw error;
      const fault = { Error: nameOf(error), Cause: String(error) };
      return { data: writer(caught.ResultPath)(data, fault), next: caught.Next };
    }
  };
}

interface Retrier {
  readonly ErrorEquals: readonly string[];
  readonly MaxAttempts: number;
}
interface Catcher {
  readonly ErrorEquals: readonly string[];
  readonly ResultPath: string;
  readonly Next: string;
}

/** ${begin_rule} to begin-rule */
function taskOf(where: string, state: Fields): string {
  const { FunctionName } = (state.Parameters ?? {}) as { readonly FunctionName?: string };
  const task = /^\$\{([a-z_]+)\}$/.exec(FunctionName ?? '')?.[1]?.replaceAll('_', '-');
  if (state.Resource !== 'arn:aws:states:::lambda:invoke' || task === undefined) {
    throw new NotSupported(`the resource '${String(state.Resource)}' of ${where}`);
  }
  return task;
}

async function withRetries(
  run: () => Promise<unknown>,
  retriers: readonly Retrier[],
): Promise<unknown> {
  const left = retriers.map((retrier) => retrier.MaxAttempts);
  for (;;) {
    try {
      return await run();
    } catch (error) {
      const index = retriers.findIndex((retrier) => matches(retrier.ErrorEquals, error));
      const remaining = left[index] ?? 0;
      if (remaining === 0) throw error;
      left[index] = remaining - 1;
    }
  }
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : 'Error');
const matches = (names: readonly string[], error: unknown): boolean =>
  names.includes('States.ALL') || names.includes(nameOf(error));

class NoChoiceMatched extends Error {
  override readonly name = 'States.NoChoiceMatched';

  constructor(where: string) {
    super(`no choice of ${where} matched`);
  }
}
