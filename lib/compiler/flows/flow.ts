// The wire shape of Amazon Connect's flow language, version 2019-10-30: the `Content` of
// CreateContactFlow and DescribeContactFlow. Names are Connect's own. Source: Connect developer
// guide, "Flow language"; whether a document obeys its rules is checked by validate-flow.ts.

import type { JsonObject } from '../json.ts';

/** `Type` of CreateContactFlow. A disconnect flow has type CONTACT_FLOW. */
export const FLOW_TYPES = [
  'CONTACT_FLOW',
  'CUSTOMER_QUEUE',
  'CUSTOMER_HOLD',
  'CUSTOMER_WHISPER',
  'AGENT_HOLD',
  'AGENT_WHISPER',
  'OUTBOUND_WHISPER',
  'AGENT_TRANSFER',
  'QUEUE_TRANSFER',
  'CAMPAIGN',
] as const;

/** A flow's type, or MODULE for the content of CreateContactFlowModule. */
export type FlowType = (typeof FLOW_TYPES)[number] | 'MODULE';

export const FLOW_VERSION = '2019-10-30';

export interface Flow {
  readonly Version: typeof FLOW_VERSION;
  /** `Identifier` of the action that runs first. */
  readonly StartAction: string;
  readonly Actions: readonly Action[];
  /** Block positions and names for the console's designer; the service ignores it. */
  readonly Metadata?: JsonObject;
}

export interface Action {
  /** Unique in the flow, 1 to 50 characters. */
  readonly Identifier: string;
  readonly Type: string;
  readonly Parameters?: JsonObject;
  readonly Transitions?: Transitions;
}

export interface Transitions {
  readonly NextAction?: string;
  readonly Errors?: readonly ErrorBranch[];
  /** Tried in order; the first true one wins. */
  readonly Conditions?: readonly ConditionBranch[];
}

export interface ErrorBranch {
  readonly ErrorType: string;
  readonly NextAction: string;
}

export interface ConditionBranch {
  readonly NextAction: string;
  readonly Condition: { readonly Operator: string; readonly Operands: readonly string[] };
}
