import type { Action, Flow, FlowType } from '../../../../lib/compiler/flows/flow.ts';
import { validateFlow } from '../../../../lib/compiler/flows/validate-flow.ts';
import type { JsonObject } from '../../../../lib/compiler/json.ts';

const NEXT = 'bye';

export const bye: Action = { Identifier: NEXT, Type: 'DisconnectParticipant', Parameters: {} };

/** An action called `it` that leads to the end of the call on every branch. */
export function action(
  Type: string,
  Parameters: JsonObject = {},
  branches: { errors?: readonly string[]; equals?: readonly string[]; next?: false } = {},
): Action {
  return {
    Identifier: 'it',
    Type,
    Parameters,
    Transitions: {
      ...(branches.next !== false && { NextAction: NEXT }),
      Errors: (branches.errors ?? []).map((ErrorType) => ({ ErrorType, NextAction: NEXT })),
      Conditions: (branches.equals ?? []).map((operand) => condition('Equals', operand)),
    },
  };
}

export function condition(Operator: string, ...Operands: readonly string[]) {
  return { NextAction: NEXT, Condition: { Operator, Operands } };
}

export function flowOf(...actions: readonly Action[]): Flow {
  const start = actions[0]?.Identifier ?? NEXT;
  return { Version: '2019-10-30', StartAction: start, Actions: [...actions, bye] };
}

/** What the validator says about one action among harmless ones. */
export function messagesFor(it: Action, type: FlowType = 'CONTACT_FLOW'): readonly string[] {
  return validateFlow(surrounded(it, type), type).map((problem) => problem.message);
}

/** How serious each problem of the action is, with what it is about. */
export function kindsFor(it: Action, type: FlowType = 'CONTACT_FLOW'): readonly string[] {
  return validateFlow(surrounded(it, type), type).map(
    ({ kind, message }) => `${kind}: ${message.replace(/^.*Path: Actions\[0\]\.?/, '')}`,
  );
}

/** Hold and whisper flows refuse DisconnectParticipant, so they end in an action of their own. */
function surrounded(it: Action, type: FlowType): Flow {
  const talks = ['CONTACT_FLOW', 'MODULE', 'CUSTOMER_QUEUE', 'AGENT_TRANSFER', 'QUEUE_TRANSFER'];
  if (talks.includes(type)) return flowOf(it);
  const end: Action = type.endsWith('HOLD')
    ? {
        ...bye,
        Type: 'MessageParticipantIteratively',
        Parameters: { Messages: [{ Text: 'Hold' }] },
      }
    : { ...bye, Type: 'EndFlowExecution' };
  return { ...flowOf(it), Actions: [it, end] };
}
