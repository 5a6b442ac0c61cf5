// Puts actions together into a flow: steps are written in the order they run and linked back to
// front, so every action knows the id of what follows. Ids are given by meaning, never counted, and
// the designer's positions follow from the order, so the same input yields the same bytes.

import type { JsonObject } from '../json.ts';
import {
  type Action,
  type ConditionBranch,
  type ErrorBranch,
  FLOW_VERSION,
  type Flow,
} from './flow.ts';

export interface ComposedStep {
  readonly id: string;
  /** The action(s) of this step, the first of them being the way in. */
  readonly actions: (next: string) => readonly Action[];
}

/** Links the steps to each other; the last one leads to `then`. */
export function chain(steps: readonly ComposedStep[], then: string): readonly Action[] {
  return steps.flatMap((step, i) => step.actions(steps[i + 1]?.id ?? then));
}

interface Branches {
  /** Target of each error the action has to declare. */
  readonly errors?: Readonly<Record<string, string>>;
  readonly conditions?: readonly ConditionBranch[];
}

interface StepOptions extends Branches {
  /** Where NextAction points, when not to the following step. */
  readonly next?: string;
}

/** An action that goes on to `next`. */
export function action(
  id: string,
  type: string,
  parameters: JsonObject,
  { next, errors, conditions }: Branches & { readonly next: string },
): Action {
  return {
    Identifier: id,
    Type: type,
    Parameters: parameters,
    Transitions: {
      NextAction: next,
      ...(errors && { Errors: errorBranches(errors) }),
      ...(conditions && { Conditions: conditions }),
    },
  };
}

/** A step of one action. */
export function step(
  id: string,
  type: string,
  parameters: JsonObject,
  options: StepOptions = {},
): ComposedStep {
  return {
    id,
    actions: (next) => [action(id, type, parameters, { next, ...options })],
  };
}

export function whenEquals(operand: string, target: string): ConditionBranch {
  return { NextAction: target, Condition: { Operator: 'Equals', Operands: [operand] } };
}

/** An action that ends the flow: DisconnectParticipant, EndFlowExecution. */
export function terminal(id: string, type: string): Action {
  return { Identifier: id, Type: type, Parameters: {}, Transitions: {} };
}

/** A flow that starts with the first action. */
export function composeFlow(name: string, actions: readonly Action[]): Flow {
  return {
    Version: FLOW_VERSION,
    StartAction: actions[0]?.Identifier ?? '',
    Metadata: designerMetadata(name, actions),
    Actions: actions,
  };
}

function errorBranches(errors: Readonly<Record<string, string>>): readonly ErrorBranch[] {
  return Object.entries(errors).map(([ErrorType, NextAction]) => ({ NextAction, ErrorType }));
}

/**
 * Lower-camel keys: the capitalised ones of the manual are ignored and pile all blocks up at the
 * origin.
 */
function designerMetadata(name: string, actions: readonly Action[]): JsonObject {
  const blocks = actions.map((action, i) => [
    action.Identifier,
    { position: { x: 200 + (i % 6) * 260, y: 40 + Math.floor(i / 6) * 260 }, isFriendlyName: true },
  ]);
  return {
    entryPointPosition: { x: 40, y: 40 },
    ActionMetadata: Object.fromEntries(blocks),
    name,
  };
}
