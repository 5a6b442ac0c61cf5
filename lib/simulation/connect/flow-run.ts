// Runs a flow for one contact, step by step: `start` and `resume` return the next effect to be
// performed, or the end. A run never waits and never ignores what it does not know. Branching
// follows one rule for every action: an error beats a condition, the first true condition wins,
// then NoMatchingCondition, then NextAction.

import type { Action, Flow, FlowType } from '../../compiler/flows/flow.ts';
import type { JsonObject, JsonValue } from '../../compiler/json.ts';
import { DECIDING } from './actions/deciding.ts';
import type { ActionAt, ActionExit, ActionRun, Ending, Handler } from './actions/handler.ts';
import { INVOKING } from './actions/invoking.ts';
import { LEAVING } from './actions/leaving.ts';
import { SPEAKING } from './actions/speaking.ts';
import { UPDATING } from './actions/updating.ts';
import { firstTrue } from './conditions.ts';
import { type FlowContact, type FlowScope, newScope } from './contact.ts';
import type { Effect, EffectResult } from './effects.ts';
import { NotEmulated } from './not-emulated.ts';
import { BrokenFlow, type ReadFlow, readFlow } from './read-flow.ts';
import { asText, readText } from './values.ts';

const HANDLERS: Readonly<Record<string, Handler>> = {
  ...SPEAKING,
  ...DECIDING,
  ...UPDATING,
  ...LEAVING,
  ...INVOKING,
};

/** The action types this interpreter runs. */
export const EMULATED_ACTIONS: readonly string[] = Object.keys(HANDLERS).toSorted();

export type FlowStep =
  | { readonly kind: 'effect'; readonly effect: Effect }
  | { readonly kind: 'ended'; readonly ending: Ending };

/** One action the contact passed, and the branch it left by. */
export interface Visited {
  readonly flowId: string;
  readonly action: string;
  readonly type: string;
  /** `next`, an error's name, a condition's operand, or how the flow ended. */
  readonly by: string;
}

export interface FlowStart {
  readonly flow: Flow | JsonValue;
  readonly flowId: string;
  readonly type: FlowType;
  readonly contact: FlowContact;
}

/** How deep modules may call modules. */
const DEEPEST_MODULE = 5;
/** A flow that runs so many actions without an effect is in an endless loop. */
const MOST_ACTIONS_BETWEEN_EFFECTS = 10_000;

export class FlowRun {
  readonly contact: FlowContact;
  /** The actions so far. */
  readonly path: Visited[] = [];
  /** The action that is being performed. */
  at: Omit<Visited, 'by'> | undefined;
  private readonly doing: ActionRun<Ending>;
  private ending: Ending | undefined;
  private sinceEffect = 0;

  constructor(start: FlowStart) {
    this.contact = start.contact;
    this.doing = this.runFlows(start);
  }

  start(): FlowStep {
    return this.take(this.doing.next());
  }

  /** Goes on with the result of the last effect. */
  resume(result: EffectResult): FlowStep {
    if (this.ending) return { kind: 'ended', ending: this.ending };
    return this.take(this.doing.next(result));
  }

  /** Ends the flow from outside: the customer hung up, an agent answered. */
  stop(because: string): FlowStep {
    this.ending ??= { kind: 'stopped', because };
    this.doing.return(this.ending);
    return { kind: 'ended', ending: this.ending };
  }

  private take(taken: IteratorResult<Effect, Ending>): FlowStep {
    this.sinceEffect = 0;
    if (!taken.done) return { kind: 'effect', effect: taken.value };
    this.ending = taken.value;
    return { kind: 'ended', ending: taken.value };
  }

  /** A flow and those it transfers to; flow attributes and `$.External` are not passed on. */
  private *runFlows(start: FlowStart): ActionRun<Ending> {
    let { flow, flowId } = start;
    for (;;) {
      const exit = yield* this.runFlow({
        flow: readFlow(flowId, flow),
        flowId,
        type: start.type,
        scope: newScope(),
        depth: 0,
      });
      if (exit.kind === 'end') return exit.ending;
      if (exit.kind === 'module-end')
        throw new NotEmulated(`EndFlowModuleExecution in flow '${flowId}'`);
      ({ flow, flowId } = exit);
    }
  }

  private *runFlow(frame: Frame): ActionRun<FlowExit> {
    let action = frame.flow.start;
    let prompts: Action | undefined;
    let resumed = false;
    for (;;) {
      this.count(frame.flowId);
      this.at = { flowId: frame.flowId, action: action.Identifier, type: action.Type };
      const exit = yield* this.perform(action, frame, resumed);
      resumed = false;
      if (action.Type === 'MessageParticipantIteratively') prompts = action;
      const after = this.leave(action, exit, frame);
      if (after.kind === 'go') {
        action = frame.flow.action(after.target);
      } else if (endsInterruption(after, frame, prompts)) {
        action = prompts;
        resumed = true;
      } else return after;
    }
  }

  private *perform(action: Action, frame: Frame, resumed: boolean): ActionRun {
    const handler = Object.hasOwn(HANDLERS, action.Type) ? HANDLERS[action.Type] : undefined;
    if (!handler) throw new NotEmulated(`action '${action.Identifier}' of type ${action.Type}`);
    const parameters: JsonObject = action.Parameters ?? {};
    const at: ActionAt = {
      action,
      parameters,
      contact: this.contact,
      scope: frame.scope,
      flowId: frame.flowId,
      flowType: frame.type,
      resumed,
    };
    const exit = handler(at);
    const done = 'next' in exit ? yield* exit : exit;
    return done.kind === 'module' ? yield* this.runModule(done, frame) : done;
  }

  /** A module sees the contact, but not the `$.External` of its caller. */
  private *runModule(call: Extract<ActionExit, { kind: 'module' }>, frame: Frame): ActionRun {
    if (frame.depth === DEEPEST_MODULE)
      throw new BrokenFlow(call.flowId, 'modules nested too deep');
    const exit = yield* this.runFlow({
      flow: readFlow(call.flowId, call.flow),
      flowId: call.flowId,
      type: frame.type,
      scope: newScope({ Input: call.input }),
      depth: frame.depth + 1,
    });
    if (exit.kind !== 'module-end') return exit;
    const { result, data } = exit;
    frame.scope.modules = { Result: result ?? '', ResultData: data };
    return result === undefined ? { kind: 'next' } : { kind: 'value', value: result };
  }

  /** Which branch of the document an exit takes. */
  private leave(action: Action, exit: ActionExit, frame: Frame): FlowExit | Go {
    const note = (by: string) =>
      this.path.push({ flowId: frame.flowId, action: action.Identifier, type: action.Type, by });
    const { NextAction, Errors = [], Conditions = [] } = action.Transitions ?? {};
    const byError = (error: string) => Errors.find((branch) => branch.ErrorType === error);
    switch (exit.kind) {
      case 'end':
        note(exit.ending.kind);
        return exit;
      case 'flow':
      case 'module-end':
        note(exit.kind);
        return exit;
      case 'module':
        throw new BrokenFlow(frame.flowId, 'a module was not run');
      case 'error': {
        note(exit.error);
        const branch = byError(exit.error);
        return branch ? go(branch.NextAction) : dropped(action, exit.error);
      }
      case 'value': {
        const read = (operand: string) => readText(operand, { ...frame, contact: this.contact });
        const met = firstTrue(exit.value, Conditions, read);
        note(met ? asText(met.Condition.Operands[0]) : 'NoMatchingCondition');
        const branch = met ?? byError('NoMatchingCondition');
        return this.goOn(action, branch?.NextAction ?? NextAction, frame);
      }
      case 'next':
        note('next');
        return this.goOn(action, NextAction, frame);
    }
  }

  private goOn(action: Action, target: string | undefined, frame: Frame): Go {
    if (target !== undefined) return go(target);
    throw new BrokenFlow(frame.flowId, `action '${action.Identifier}' leads nowhere`);
  }

  private count(flowId: string): void {
    this.sinceEffect += 1;
    if (this.sinceEffect > MOST_ACTIONS_BETWEEN_EFFECTS) {
      throw new BrokenFlow(flowId, 'it is in an endless loop');
    }
  }
}

interface Frame {
  readonly flow: ReadFlow;
  readonly flowId: string;
  readonly type: FlowType;
  readonly scope: FlowScope;
  readonly depth: number;
}

type Go = { readonly kind: 'go'; readonly target: string };
type FlowExit = Extract<ActionExit, { kind: 'end' | 'flow' | 'module-end' }>;

const go = (target: string): Go => ({ kind: 'go', target });

const dropped = (action: Action, error: string): FlowExit => ({
  kind: 'end',
  ending: { kind: 'dropped', action: action.Identifier, error },
});

/** EndFlowExecution in a queue flow ends the interruption, and the prompts go on. */
function endsInterruption(
  exit: FlowExit,
  frame: Frame,
  prompts: Action | undefined,
): prompts is Action {
  if (exit.kind !== 'end' || exit.ending.kind !== 'finished') return false;
  return frame.type === 'CUSTOMER_QUEUE' && prompts !== undefined;
}
