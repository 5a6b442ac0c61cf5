// Prepares a state machine's definition for the interpreter, which reads the wall clock where it
// waits: Wait states become tasks that sleep on simulated time. What the interpreter would get
// wrong is refused by name.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { checkStateTransitions } from './check-transitions.ts';

/** Resource of the tasks that stand for Wait states. */
const WAIT = 'local:wait';

/**
 * The interpreter overwrites $$.Execution.StartTime with the wall clock, so it is read from
 * elsewhere.
 */
const START_TIME = '$$.Execution.StartTime';
const OUR_START_TIME = '$$.LocalExecution.StartTime';

export interface PreparedDefinition {
  readonly definition: JsonObject;
  /** Every task state at any depth, Wait states among them, by name. */
  readonly tasks: ReadonlyMap<string, JsonObject>;
  readonly waits: ReadonlyMap<string, JsonObject>;
}

const REFUSED_FIELDS = [
  'Assign',
  'Arguments',
  'Output',
  'Credentials',
  'HeartbeatSeconds',
  'HeartbeatSecondsPath',
  'ItemReader',
  'ItemBatcher',
  'ResultWriter',
  'ToleratedFailureCount',
  'ToleratedFailurePercentage',
];

export function prepare(original: JsonObject): PreparedDefinition {
  refuse(original);
  const text = JSON.stringify(original);
  const context = /\$\$\.(State|Task)\b/.exec(text);
  if (context) throw new NotEmulated(`context object '${context[0]}' in a state machine`);
  const definition = JSON.parse(text.replaceAll(START_TIME, OUR_START_TIME)) as JsonObject;
  const tasks = new Map<string, JsonObject>();
  const waits = new Map<string, JsonObject>();
  const prepared = prepareStates(definition, tasks, waits);
  // The time limit of the machine is checked on simulated time by whoever runs it.
  const { TimeoutSeconds: _, ...rest } = prepared;
  return { definition: rest, tasks, waits };
}

function refuse(machine: JsonObject): void {
  if (machine.QueryLanguage !== undefined && machine.QueryLanguage !== 'JSONPath')
    throw new NotEmulated(`query language '${String(machine.QueryLanguage)}' of a state machine`);
}

function prepareStates(
  machine: JsonObject,
  tasks: Map<string, JsonObject>,
  waits: Map<string, JsonObject>,
): JsonObject {
  refuse(machine);
  checkStateTransitions(machine);
  const states = isObject(machine.States) ? machine.States : {};
  const prepared = Object.entries(states).map(([name, state]): [string, Json] => {
    if (!isObject(state)) return [name, state ?? null];
    refuse(state);
    for (const field of REFUSED_FIELDS)
      if (field in state) throw new NotEmulated(`field '${field}' of state '${name}'`);
    return [name, prepareState(name, state, tasks, waits)];
  });
  return { ...machine, States: Object.fromEntries(prepared) };
}

function prepareState(
  name: string,
  state: JsonObject,
  tasks: Map<string, JsonObject>,
  waits: Map<string, JsonObject>,
): JsonObject {
  const inner = (part: Json | undefined) =>
    isObject(part) ? prepareStates(part, tasks, waits) : part;
  if (state.Type === 'Wait') {
    waits.set(name, state);
    const { Seconds, SecondsPath, Timestamp, TimestampPath, ...rest } = state;
    return { ...rest, Type: 'Task', Resource: WAIT, ResultPath: null };
  }
  if (state.Type === 'Task') tasks.set(name, state);
  if (state.Type === 'Parallel' && isList(state.Branches))
    return { ...state, Branches: state.Branches.map((branch) => inner(branch) ?? null) };
  if (state.Type === 'Map')
    return {
      ...state,
      ...(state.Iterator ? { Iterator: inner(state.Iterator) } : {}),
      ...(state.ItemProcessor ? { ItemProcessor: inner(state.ItemProcessor) } : {}),
    };
  return state;
}

/** Simulated milliseconds a Wait state waits. */
export function waitingTime(
  state: JsonObject,
  read: (path: string) => Json | undefined,
  now: number,
): number {
  if (state.Seconds !== undefined) return Number(state.Seconds) * 1000;
  if (state.SecondsPath !== undefined) return Number(read(String(state.SecondsPath))) * 1000;
  const instant = state.Timestamp ?? read(String(state.TimestampPath));
  return Math.max(0, Date.parse(String(instant)) - now);
}
