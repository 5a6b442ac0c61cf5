// A contact in the simulated network, from the request to the end of the wrap-up.

import type { ContactFacts } from '../../domain/model/contact-facts.ts';
import type { AgentId, ContactId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Cancel } from '../virtual-clock.ts';
import type { Reply } from './callee.ts';
import type { SimulatedCaller } from './caller.ts';

export interface DialCommand {
  /** Connect's ClientToken: while the contact lives, a repeated request returns it. */
  readonly token: string;
  readonly phone: string;
  readonly queue: string;
  /** Seconds. */
  readonly ringFor: number;
  /** Seconds an answered callee waits in the queue; as long as the queue says when missing. */
  readonly longestWait?: number;
  /** Whether the network detects answering machines; as the behaviour says if missing. */
  readonly machineDetection?: boolean;
  /** 1 (best) to 10; 5 when missing. */
  readonly priority?: number;
  /** Only this agent gets the call. */
  readonly agent?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

/** What a waiting contact waits for, until it expires: certain agents, or any with these skills. */
export interface RoutingStep {
  /** User names; anybody when missing. */
  readonly agents?: readonly string[];
  readonly skills?: readonly string[];
  /** Seconds; the last step has no end. */
  readonly seconds?: number;
}

/** How a contact waits. */
export interface QueueWait {
  /** 1 (best) to 10. */
  readonly priority?: number;
  /** Seconds the contact counts as older than it is. */
  readonly ageSeconds?: number;
  /** Tried in turn, each until it expires; after the last anybody may take the contact. */
  readonly steps?: readonly RoutingStep[];
  /** Waits for this agent alone, whatever queues they serve: an agent's own queue. */
  readonly agent?: string;
}

export type ContactEventType =
  | 'INITIATED'
  | 'CONNECTED_TO_SYSTEM'
  | 'QUEUED'
  | 'CONNECTED_TO_AGENT'
  | 'DISCONNECTED'
  | 'COMPLETED';

type Phase = 'dialing' | 'with-system' | 'queued' | 'offered' | 'talking' | 'wrap-up' | 'over';

/**
 * Mutable: the network's own book-keeping. Facts are replaced, never changed, so that events can
 * carry them.
 */
export interface Call {
  /** follow-up: what runs for a caller after the agent has left, a contact of its own. */
  readonly direction: 'outbound' | 'inbound' | 'follow-up';
  /** How the person on the line reacts when a flow asks. */
  caller?: SimulatedCaller;
  readonly contact: ContactId;
  readonly command: DialCommand;
  readonly reply: Reply;
  readonly startedAt: Instant;
  phase: Phase;
  facts: ContactFacts;
  /** Stops what the callee, the network or the queue would do next. */
  readonly timers: Cancel[];
  queue?: string;
  priority: number;
  /** Routing steps still to come; the first holds now. */
  steps: readonly RoutingStep[];
  /** Only this agent. */
  only?: string;
  /** Epoch ms by which contacts of one priority are ordered. */
  waitsSince: number;
  agent?: AgentId;
  /** The agent dialed it: whoever picks up has them on the line at once. */
  readonly byAgent?: true;
  /** Ends the waiting: steps that expire, the longest wait. */
  readonly queueTimers: Cancel[];
  /** Ends with the caller's patience. */
  losesPatience?: Cancel;
}

/** Of the dial command of a contact that was not dialed. */
export const LISTENING = { queue: '', ringFor: 0 };
/** Of one that an agent dials. */
export const BY_HAND = { queue: '', ringFor: 30 };

export const newCall = (
  contact: ContactId,
  command: DialCommand,
  now: Instant,
): Omit<Call, 'direction' | 'reply'> => ({
  contact,
  command,
  startedAt: now,
  phase: 'dialing',
  facts: { contact },
  timers: [],
  queueTimers: [],
  steps: [],
  waitsSince: 0,
  priority: command.priority ?? 5,
});

export const isLive = ({ phase }: Call): boolean => phase !== 'wrap-up' && phase !== 'over';

export function stopTimers(call: Call): void {
  for (const cancel of call.timers) cancel();
  call.timers.length = 0;
  stopWaiting(call);
  call.losesPatience?.();
}

export function stopWaiting(call: Call): void {
  for (const cancel of call.queueTimers) cancel();
  call.queueTimers.length = 0;
}
