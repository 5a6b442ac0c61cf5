// Parses what a flow passes to a function, as the functions' edge does on AWS, and calls the use
// case directly.

import type { Ports } from '../../application/ports/ports.ts';
import { type FlowTaskName, INBOUND_TASKS } from '../../application/tasks/inbound-tasks.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import type { JsonObject, JsonValue } from '../../compiler/json.ts';
import { isObject } from '../../compiler/json.ts';
import { CALL_ATTRIBUTES, NOTHING } from '../../domain/calls/call-attributes.ts';
import { USE_CASES } from '../centre/use-cases.ts';
import { NotEmulated } from '../connect/not-emulated.ts';

export type FlowAnswer = Readonly<Record<string, string>>;

/** @param name of the function, as in references by name */
export async function askTask(
  name: string,
  payload: JsonObject,
  ports: Ports,
): Promise<FlowAnswer> {
  const { task, input } = flowTask(name, payload);
  const useCase = USE_CASES[task] as (input: unknown, ports: Ports) => Promise<FlowAnswer>;
  return useCase(input, ports);
}

/** The task a flow invokes, and its input. */
export function flowTask(
  name: string,
  payload: JsonObject,
): { readonly task: FlowTaskName; readonly input: TaskInput<FlowTaskName> } {
  if (!isFlowTask(name)) throw new NotEmulated(`the function '${name}'`);
  return { task: name, input: INBOUND_TASKS[name].input.parse(flowInput(payload)) };
}

/** The block that invokes the function; undefined where the compiler added the invocation. */
export function blockAsking(payload: JsonObject): string | undefined {
  const { block } = objectIn(objectIn(payload.Details).Parameters);
  return typeof block === 'string' ? block : undefined;
}

function isFlowTask(name: string): name is FlowTaskName {
  const tasks: Readonly<Record<string, { readonly trigger: string }>> = INBOUND_TASKS;
  return Object.hasOwn(tasks, name) && tasks[name]?.trigger === 'flow';
}

function flowInput(payload: JsonObject): JsonObject {
  const details = objectIn(payload.Details);
  const contact = objectIn(details.ContactData);
  const attributes = objectIn(contact.Attributes);
  const given = Object.entries(objectIn(details.Parameters)).filter(
    ([, value]) => value !== '' && value !== NOTHING,
  );
  const [from, to] = [addressOf(contact.CustomerEndpoint), addressOf(contact.SystemEndpoint)];
  return {
    ...Object.fromEntries(given),
    campaign: attributes[CALL_ATTRIBUTES.campaign] ?? '',
    contact: contact.ContactId ?? '',
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    attributes,
  };
}

const objectIn = (value: JsonValue | undefined): JsonObject => (isObject(value) ? value : {});

function addressOf(endpoint: JsonValue | undefined): JsonValue | undefined {
  return objectIn(endpoint).Address;
}
