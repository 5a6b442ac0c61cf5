// What an action does: it reads the contact, may request effects, and reports how the flow goes on.
// Which branch of the document that is, flow-run.ts decides in the same way for every action.

import type { Action, Flow, FlowType } from '../../../compiler/flows/flow.ts';
import type { JsonObject, JsonValue } from '../../../compiler/json.ts';
import type { FlowContact, FlowScope } from '../contact.ts';
import {
  type Effect,
  type EffectKind,
  type EffectOf,
  type EffectResult,
  FITTING_RESULTS,
  type QueueReference,
  type ResultOf,
} from '../effects.ts';
import { NotEmulated } from '../not-emulated.ts';
import { asText, readText, readValue } from '../values.ts';

export type ActionExit =
  | { readonly kind: 'next' }
  | { readonly kind: 'error'; readonly error: string }
  /** The conditions are tried with this value. */
  | { readonly kind: 'value'; readonly value: string }
  | { readonly kind: 'end'; readonly ending: Ending }
  | { readonly kind: 'flow'; readonly flowId: string; readonly flow: Flow | JsonValue }
  | {
      readonly kind: 'module';
      readonly flowId: string;
      readonly flow: Flow | JsonValue;
      readonly input: JsonValue;
    }
  | { readonly kind: 'module-end'; readonly result: string | undefined; readonly data: JsonValue };

/** How a flow ended for the contact. */
export type Ending =
  | { readonly kind: 'hang-up' }
  /** EndFlowExecution: the contact stays where it is. */
  | { readonly kind: 'finished' }
  | { readonly kind: 'queued' }
  | { readonly kind: 'requeued' }
  | { readonly kind: 'sent-outside' }
  /** An action failed and its flow declares no branch for that error. */
  | { readonly kind: 'dropped'; readonly action: string; readonly error: string }
  /** Ended from outside: the customer hung up, an agent answered. */
  | { readonly kind: 'stopped'; readonly because: string };

export type ActionRun<Result = ActionExit> = Generator<Effect, Result, EffectResult>;

export interface ActionAt {
  readonly action: Action;
  readonly parameters: JsonObject;
  readonly contact: FlowContact;
  readonly scope: FlowScope;
  readonly flowId: string;
  readonly flowType: FlowType;
  /** The action goes on after an interruption. */
  readonly resumed: boolean;
}

export type Handler = (at: ActionAt) => ActionExit | ActionRun;

export const NEXT: ActionExit = { kind: 'next' };
export const FAILED: ActionExit = { kind: 'error', error: 'NoMatchingError' };

export const failed = (error: string): ActionExit => ({ kind: 'error', error });
export const value = (text: string): ActionExit => ({ kind: 'value', value: text });
export const end = (ending: Ending): ActionExit => ({ kind: 'end', ending });

/** Requests an effect and makes sure that the result fits it. */
export function* perform<K extends EffectKind>(effect: EffectOf<K>): ActionRun<ResultOf<K>> {
  const result = yield effect as Effect;
  if (!fits(effect.kind, result)) {
    throw new TypeError(`effect '${effect.kind}' cannot end with '${result.kind}'`);
  }
  return result;
}

function fits<K extends EffectKind>(kind: K, result: EffectResult): result is ResultOf<K> {
  const kinds: readonly string[] = FITTING_RESULTS[kind];
  return kinds.includes(result.kind);
}

/** A parameter as text, paths resolved; undefined when absent. */
export function textOf(at: ActionAt, name: string): string | undefined {
  const given = at.parameters[name];
  return given === undefined ? undefined : asText(readValue(given, at));
}

/** Whether a parameter is true, in whatever case it is written. */
export const isTrueValue = (at: ActionAt, name: string): boolean =>
  textOf(at, name)?.toLowerCase() === 'true';

/** A parameter that is a whole number; undefined when it is absent or not a number. */
export function integerOf(at: ActionAt, name: string): number | undefined {
  const text = textOf(at, name);
  return text !== undefined && /^-?\d+$/.test(text) ? Number(text) : undefined;
}

/** QueueId or AgentId, paths resolved; undefined when both are empty. */
export function referenceOf(at: ActionAt): QueueReference | undefined {
  const queueId = textOf(at, 'QueueId');
  if (queueId) return { queueId };
  const agentId = textOf(at, 'AgentId');
  return agentId ? { agentId } : undefined;
}

/** A map of texts, paths in keys and values resolved. */
export function textsOf(at: ActionAt, map: JsonObject): readonly (readonly [string, string])[] {
  return Object.entries(map).map(([key, item]) => [readText(key, at), asText(readValue(item, at))]);
}

/** Refuses parameters whose effect is not emulated. */
export function refuse(at: ActionAt, ...names: readonly string[]): void {
  const used = names.find((name) => at.parameters[name] !== undefined);
  if (used !== undefined) throw new NotEmulated(`${used} of action '${at.action.Identifier}'`);
}
