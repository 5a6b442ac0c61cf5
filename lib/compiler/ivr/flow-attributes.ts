// Contact attributes that only our flows read: what one flow of a call leaves to the next, because
// Connect keeps nothing else between two of them for certain. Those that functions and agents'
// windows read are in lib/domain/calls/call-attributes.ts.
import { CALL_ATTRIBUTES, valueAttribute } from '../../domain/calls/call-attributes.ts';
import type { CallValue } from '../../language/schema/api-request.ts';

export const FLOW_ATTRIBUTES = {
  /** The block at which a flow goes on that was begun in another. */
  goOnAt: 'goOnAt',
  /** Id of the overflow queue in which the caller waits, or `none`. */
  overflowQueue: 'overflowQueue',
  /** Where a waiting caller is moved as soon as no agent's phone rings for them, or `none`. */
  moveTo: 'moveTo',
  /** Number of the next step of the queue's priority (PRI-5), from 0. */
  priorityStep: 'priorityStep',
  /** ARN of the agent whose extension the caller keyed in, or `none`. */
  extensionAgent: 'extensionAgent',
} as const;

/** Attribute names hold neither dots nor dashes, so no path needs quotes. */
export const attribute = (name: string): string => `$.Attributes.${name}`;
export const external = (name: string): string => `$.External.${name}`;
export const KEYED = '$.StoredCustomerInput';
export const CALLER_NUMBER = '$.CustomerEndpoint.Address';
export const NUMBER_DIALED = '$.SystemEndpoint.Address';

const FIXED: Readonly<Record<CallValue, string>> = {
  caller: CALLER_NUMBER,
  called: NUMBER_DIALED,
  campaign: attribute(CALL_ATTRIBUTES.campaign),
  record: attribute(CALL_ATTRIBUTES.record),
  identity: attribute(CALL_ATTRIBUTES.identity),
  entered: attribute(CALL_ATTRIBUTES.entered),
  ticket: attribute(CALL_ATTRIBUTES.ticket),
};

/** Where a flow finds a value of the call. */
export function valuePath(name: string): string {
  return Object.hasOwn(FIXED, name) ? FIXED[name as CallValue] : attribute(valueAttribute(name));
}
