// One contact with the person of a record, on a channel. Contact events arrive late, twice and out
// of order, so an attempt only gathers timestamps; what it is now follows from them.

import type { ContactEnding } from './call-status.ts';
import type { Channel, Direction } from './channel.ts';
import type { ContactTimestamps } from './contact-timestamps.ts';
import type { AgentId, AttemptId, ContactId, RecordRef } from './ids.ts';
import type { InboundCall } from './inbound-call.ts';
import type { Instant } from './instant.ts';

/** What an agent answered in the call script (DIA-5). */
export interface ScriptAnswers {
  /** Of the script. */
  readonly id: string;
  /** By question. */
  readonly answers: Readonly<Record<string, string>>;
}

export interface Attempt extends RecordRef {
  readonly id: AttemptId;
  /** Counts changes, from 1. */
  readonly version: number;
  readonly channel: Channel;
  readonly direction: Direction;
  /** What an inbound call has of its own. */
  readonly inbound?: InboundCall;
  /** The number or address at the other end; a number is E.164, and empty when withheld. */
  readonly endpoint: string;
  /** Id of the own number or address shown; undefined when the queue's caller id is used. */
  readonly sender?: string;
  /** When it was ordered; of an inbound call, when it came in. */
  readonly orderedAt: Instant;
  /**
   * Connect was, or was about to be, asked to place the call. It is never asked again: a token
   * whose contact has ended starts a new one (DIA-7).
   */
  readonly askedAt?: Instant;
  readonly contact?: ContactId;
  /** Preview: the agent the record was offered to; otherwise the one who took the call. */
  readonly agent?: AgentId;
  /** A conversation that is announced to the agent, who has not accepted it yet. */
  readonly rings?: true;
  readonly timestamps: ContactTimestamps;
  /** Connect's queue priority that waiting has raised it to (PRI-5). */
  readonly raisedTo?: number;
  readonly disconnectReason?: string;
  /** Contacts that went on with it after an agent transferred it; missing when there were none. */
  readonly transfers?: readonly ContactId[];
  /** Connect's answering-machine verdict. */
  readonly machineDetection?: string;
  /** Set when the call is over (CBR-2). */
  readonly status?: ContactEnding;
  /** The classifier given for this call. */
  readonly classifier?: string;
  readonly script?: ScriptAnswers;
  /** The wrap-up is over (or there was none): nothing of this call is open any more. */
  readonly settled: boolean;
  /** The callback rule has been applied to this attempt: it is never applied again (CLS-14). */
  readonly ruleApplied: boolean;
  /** Parameters a rule added to the call (CBR-15). */
  readonly parameters: Readonly<Record<string, string>>;
}
