import type { Action, Flow, FlowType } from '../../../../lib/compiler/flows/flow.ts';
import type { JsonObject } from '../../../../lib/compiler/json.ts';
import {
  type FlowContact,
  type FlowContactFacts,
  newContact,
} from '../../../../lib/simulation/connect/contact.ts';
import { driveFlow, type EffectPerformer } from '../../../../lib/simulation/connect/drive-flow.ts';
import type { Effect } from '../../../../lib/simulation/connect/effects.ts';
import { FlowRun } from '../../../../lib/simulation/connect/flow-run.ts';

export const facts: FlowContactFacts = {
  contactId: 'contact-1',
  initiationMethod: 'INBOUND',
  instanceArn: 'arn:aws:connect:eu-central-1:111122223333:instance/i',
  region: 'eu-central-1',
  customerNumber: '+420601000001',
  systemNumber: '+420800000001',
};

/** A world where everything works, nobody presses a key, and the queue is called as its id. */
export const quietWorld: EffectPerformer = {
  say: () => ({ kind: 'done' }),
  'say-repeatedly': () => ({ kind: 'interrupted' }),
  menu: () => ({ kind: 'silence' }),
  digits: () => ({ kind: 'silence' }),
  hours: () => ({ kind: 'checked', open: true }),
  metric: () => ({ kind: 'measured', value: 0 }),
  metrics: () => ({ kind: 'all-measured', values: {} }),
  draw: () => ({ kind: 'drawn', value: 50 }),
  target: ({ reference: { queueId, agentId } }) => ({
    kind: 'found',
    target:
      queueId === undefined
        ? { kind: 'agent', arn: agentId, name: `agent ${agentId}` }
        : { kind: 'queue', arn: queueId, name: `queue ${queueId}` },
  }),
  queue: () => ({ kind: 'done' }),
  requeue: () => ({ kind: 'done' }),
  invoke: ({ asynchronous }) =>
    asynchronous ? { kind: 'done' } : { kind: 'returned', payload: {} },
  dial: () => ({ kind: 'done' }),
  'check-number': () => ({ kind: 'number-checked', dialable: true }),
  callback: () => ({ kind: 'done' }),
  'load-flow': () => ({ kind: 'failed', error: 'NoMatchingError' }),
};

interface Call {
  readonly world?: Partial<EffectPerformer>;
  readonly contact?: FlowContact;
  readonly type?: FlowType;
}

/** Runs a flow to its end and tells what happened. */
export function call(flow: Flow, { world = {}, contact = newContact(facts), type }: Call = {}) {
  const effects: Effect[] = [];
  const run = new FlowRun({ flow, flowId: 'main', type: type ?? 'CONTACT_FLOW', contact });
  const ending = driveFlow(run, recording({ ...quietWorld, ...world }, effects));
  return {
    ending,
    effects,
    contact,
    said: effects.flatMap((effect) => spoken(effect)),
    way: run.path.map(({ action, by }) => `${action}: ${by}`),
  };
}

function recording(world: EffectPerformer, effects: Effect[]): EffectPerformer {
  const kinds = Object.keys(world) as (keyof EffectPerformer)[];
  const wrapped = kinds.map((kind) => [
    kind,
    (effect: never) => {
      effects.push(effect);
      return world[kind](effect);
    },
  ]);
  return Object.fromEntries(wrapped) as unknown as EffectPerformer;
}

function spoken(effect: Effect): readonly string[] {
  if (!('prompt' in effect)) return [];
  return effect.prompt.kind === 'text' ? [effect.prompt.text] : [];
}

type Branches = Readonly<Record<string, string>>;

/** An action; `on` maps errors (names ending in Error, Condition …) and operands to targets. */
export function act(
  Identifier: string,
  Type: string,
  Parameters: JsonObject,
  NextAction: string,
  { errors = {}, equals = {} }: { errors?: Branches; equals?: Branches } = {},
): Action {
  return {
    Identifier,
    Type,
    Parameters,
    Transitions: {
      NextAction,
      Errors: Object.entries(errors).map(([ErrorType, target]) => ({
        ErrorType,
        NextAction: target,
      })),
      Conditions: Object.entries(equals).map(([operand, target]) => ({
        NextAction: target,
        Condition: { Operator: 'Equals', Operands: [operand] },
      })),
    },
  };
}

/**
 * A flow that starts with the first action and knows three ways to end: `bye`, `sorry` and `done`.
 */
export function flow(...actions: readonly Action[]): Flow {
  return {
    Version: '2019-10-30',
    StartAction: actions[0]?.Identifier ?? 'bye',
    Actions: [
      ...actions,
      say('sorry', 'Sorry', 'bye'),
      { Identifier: 'bye', Type: 'DisconnectParticipant', Parameters: {}, Transitions: {} },
      { Identifier: 'done', Type: 'EndFlowExecution', Parameters: {}, Transitions: {} },
    ],
  };
}

export function say(id: string, Text: string, next: string): Action {
  return act(id, 'MessageParticipant', { Text }, next, { errors: { NoMatchingError: next } });
}

export const orSorry = { errors: { NoMatchingError: 'sorry' } };
