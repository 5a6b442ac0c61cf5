// How the flows of a campaign are called. Keys come from block ids, so a changed IVR keeps the flows that did not change.
import { flowAttribute } from '../../domain/call-attributes.ts';
import { attribute } from './flow-attributes.ts';

export const ENTRY = 'entry';
export const HOLD = 'hold';
export const SURVEY = 'survey';

/** The flow of those who wait at a block. */
export const waitingFlow = (block: string): string => `wait-${block}`;
/** A further flow of an IVR too large for one, by its first block. */
export const partFlow = (block: string): string => `part-${block}`;

/** Where a flow finds the ARN of another. */
export const flowPath = (key: string): string => attribute(flowAttribute(key));
