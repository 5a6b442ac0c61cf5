// An agent as the dialer sees one: what they are doing and which queues they serve.
import type { AgentId } from './ids.ts';
import type { Instant } from './instant.ts';

/**
 * 'ringing': a contact is being offered · 'leaving': on a call, a break or log-out follows
 * (NextAgentStatus).
 */
export type AgentActivity =
  | 'free'
  | 'ringing'
  | 'talking'
  | 'wrap-up'
  | 'break'
  | 'leaving'
  | 'offline';

export interface AgentPresence {
  readonly agent: AgentId;
  /** Connect's ARN of the agent. */
  readonly arn: string;
  /** Routing profile, which is the agent group's id. */
  readonly group: string;
  readonly activity: AgentActivity;
  readonly since: Instant;
  /**
   * In the status of those who have left too many records unhandled, or in it after the contact.
   */
  readonly held?: 'now' | 'next' | undefined;
  /** Timestamp of the agent event this stands on; an older event changes nothing. */
  readonly eventAt: Instant;
}

/** Connect's id of an agent: the last part of the ARN. */
export const userIdOf = (arn: string): string => arn.slice(arn.lastIndexOf('/') + 1);
