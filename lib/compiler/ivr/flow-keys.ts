// The keys of a campaign's flows. They come from block ids, so a changed IVR keeps the flows that
// did not change.
import { flowAttribute } from '../../domain/calls/call-attributes.ts';
import { attribute } from './flow-attributes.ts';

export const ENTRY = 'entry';
export const HOLD = 'hold';
export const SURVEY = 'survey';

/**
 * What each side hears when an agent answers: the flow, its type, and the event at which Connect
 * runs it.
 */
export const WHISPERS = {
  agent: { key: 'agent-whisper', type: 'AGENT_WHISPER', event: 'AgentWhisper' },
  customer: { key: 'customer-whisper', type: 'CUSTOMER_WHISPER', event: 'CustomerWhisper' },
} as const;
export type Whisper = keyof typeof WHISPERS;
export const BOTH_SIDES: readonly Whisper[] = ['agent', 'customer'];

/** The flow of those who wait at a block. */
export const waitingFlow = (block: string): string => `wait-${block}`;
/** A further flow of an IVR too large for one, by its first block. */
export const partFlow = (block: string): string => `part-${block}`;

/** Where a flow finds the ARN of another. */
export const flowPath = (key: string): string => attribute(flowAttribute(key));
