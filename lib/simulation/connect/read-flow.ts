// Reads a document as a flow without validating it. Only what the interpreter needs is required,
// and a broken document is refused with its name.

import type { Action, Flow } from '../../compiler/flows/flow.ts';
import type { JsonValue } from '../../compiler/json.ts';
import { isObject } from '../../compiler/json.ts';

export class BrokenFlow extends Error {
  constructor(flowId: string, why: string) {
    super(`flow '${flowId}' cannot be run: ${why}`);
    this.name = 'BrokenFlow';
  }
}

export interface ReadFlow {
  readonly start: Action;
  readonly action: (id: string) => Action;
}

export function readFlow(flowId: string, content: Flow | JsonValue): ReadFlow {
  const actions = actionsOf(flowId, content);
  const byId = new Map(actions.map((action) => [action.Identifier, action]));
  const action = (id: string): Action => {
    const found = byId.get(id);
    if (!found) throw new BrokenFlow(flowId, `there is no action '${id}'`);
    return found;
  };
  return { start: action((content as Flow).StartAction), action };
}

function actionsOf(flowId: string, content: Flow | JsonValue): readonly Action[] {
  if (!isObject(content as JsonValue)) throw new BrokenFlow(flowId, 'it is not an object');
  const { Actions, StartAction } = content as Flow;
  if (!Array.isArray(Actions) || typeof StartAction !== 'string') {
    throw new BrokenFlow(flowId, 'it needs Actions and StartAction');
  }
  return Actions;
}
