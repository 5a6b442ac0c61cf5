// The input and output of the IVR compiler. ARNs are known only at deployment, so references are
// passed in: infra passes tokens, tests and the interpreter pass names.
import type { FlowTaskName } from '../../application/tasks/inbound-tasks.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Flow, FlowType } from '../flows/flow.ts';

/**
 * How a flow refers to what is outside of it. Each result is a plain string, e.g. an ARN or a
 * deployment token.
 */
export interface References {
  /** ARN of the function of a task with the trigger `flow`. */
  readonly lambda: (task: FlowTaskName) => string;
  /** ARN of a queue of the definitions. */
  readonly queue: (id: string) => string;
  /** ARN of opening hours of the definitions. */
  readonly hours: (id: string) => string;
  /** ARN of a prompt made from a file of the folder recordings/. */
  readonly prompt: (file: string) => string;
  /** Name of the attribute Connect routes skills by; `skill` when missing. */
  readonly skillAttribute?: string;
  /** E.164 of an own number. */
  readonly number: (id: string) => string;
  /**
   * ARN of another flow of the campaign, by its key. Only the entry flow needs it; others read the
   * attribute.
   */
  readonly flow: (key: string) => string;
}

export interface CompiledFlow {
  /** Unique within the campaign, from block ids: the same IVR gives the same keys. */
  readonly key: string;
  readonly type: FlowType;
  readonly flow: Flow;
}

/**
 * The flows of one campaign's inbound channel. Only `entry` names other flows by ARN, as contact
 * attributes `flow_<key>`; all the others read those, so no two flows refer to each other and all
 * deploy in one go, now and when changed.
 */
export interface CompiledIvr {
  readonly campaign: string;
  readonly ivr: string;
  /** Key of the flow the campaign's numbers lead to. */
  readonly entry: string;
  /** The entry last: every flow comes before those that refer to it. */
  readonly flows: readonly CompiledFlow[];
  /** The block an action of a flow belongs to; undefined for what the compiler adds of its own. */
  readonly blockOf: (flowKey: string, action: string) => string | undefined;
}

/** @param campaign a campaign with an inbound channel, whose definitions passed the checks */
export type CompileIvr = (
  definitions: Definitions,
  campaign: string,
  references: References,
) => CompiledIvr;
