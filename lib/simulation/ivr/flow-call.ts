// What a flow hands to a function, taken apart as the functions' edge does it on AWS.
import type { z } from 'zod';
import type { JsonObject, JsonValue } from '../../compiler/flows/flow.ts';
import { CALL_ATTRIBUTES, NOTHING } from '../../domain/call-attributes.ts';
import {
  type FlowTaskName,
  INBOUND_TASKS,
  type InboundTaskName,
} from '../../domain/inbound-tasks.ts';
import { NotEmulated } from '../connect/not-emulated.ts';
import { isObject } from '../connect/values.ts';

/** Answers what flows ask: the use cases, or stand-ins. */
export type FlowTasks = {
  readonly [T in FlowTaskName]: (
    input: z.output<(typeof INBOUND_TASKS)[T]['input']>,
  ) => Promise<z.output<(typeof INBOUND_TASKS)[T]['output']>>;
};

export type FlowAnswer = Readonly<Record<string, string>>;

export async function askTask(
  tasks: FlowTasks,
  name: string,
  payload: JsonObject,
): Promise<FlowAnswer> {
  if (!isFlowTask(name)) throw new NotEmulated(`the function '${name}'`);
  const task = name;
  const input = INBOUND_TASKS[task].input.parse(flowInput(payload));
  const perform = tasks[task] as (input: unknown) => Promise<FlowAnswer>;
  return perform(input);
}

function isFlowTask(name: string): name is FlowTaskName {
  return (
    Object.hasOwn(INBOUND_TASKS, name) && INBOUND_TASKS[name as InboundTaskName].trigger === 'flow'
  );
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
