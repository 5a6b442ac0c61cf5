// A contact in the simulated network, from the request to the end of the wrap-up.
import type { AgentId, ContactId } from '../../domain/ids.ts';
import type { Instant } from '../../domain/instant.ts';
import type { ContactFacts } from '../../domain/ports.ts';
import type { Cancel } from '../virtual-clock.ts';
import type { Reply } from './callee.ts';

export interface DialCommand {
  /** Connect's ClientToken: while the contact lives, a repeated request returns it. */
  readonly token: string;
  readonly phone: string;
  readonly queue: string;
  /** Seconds. */
  readonly ringFor: number;
  /** Whether the network tells people from machines; as the behaviour says when missing. */
  readonly machineDetection?: boolean;
  /** 1 (best) to 10; 5 when missing. */
  readonly priority?: number;
  /** Only this agent gets the call. */
  readonly agent?: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export type ContactEventType =
  | 'INITIATED'
  | 'CONNECTED_TO_SYSTEM'
  | 'QUEUED'
  | 'CONNECTED_TO_AGENT'
  | 'DISCONNECTED'
  | 'COMPLETED';

type Phase = 'dialing' | 'with-system' | 'queued' | 'offered' | 'talking' | 'wrap-up' | 'over';

/** Mutable: the world's own book-keeping. Facts are replaced, never changed, so that events can carry them. */
export interface Call {
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
  agent?: AgentId;
}

export const isLive = ({ phase }: Call): boolean => phase !== 'wrap-up' && phase !== 'over';

export function stopTimers(call: Call): void {
  for (const cancel of call.timers) cancel();
  call.timers.length = 0;
}
