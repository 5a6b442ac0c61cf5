// One call to one record. Contact events arrive late, twice and out of order, so an attempt only
// gathers marks (the moment each thing happened); what it is now follows from the marks.

import type { CallEnding } from './call-status.ts';
import type { CallMarks } from './call-timestamps.ts';
import type { AgentId, AttemptId, ContactId, RecordRef } from './ids.ts';
import type { InboundCall } from './inbound-call.ts';
import type { Instant } from './instant.ts';

export interface Attempt extends RecordRef {
  readonly id: AttemptId;
  /** Counts changes, from 1. */
  readonly version: number;
  /** Who called: the dialer, when missing, or the customer. */
  readonly direction?: 'inbound';
  /** What an inbound call has of its own. */
  readonly inbound?: InboundCall;
  /** Number dialed or called from, E.164; empty for a withheld number. */
  readonly phone: string;
  /** Id of the own number shown; undefined when the queue's caller id is used. */
  readonly callerId?: string;
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
  readonly marks: CallMarks;
  /** Connect's queue priority that waiting has raised it to (PRI-5). */
  readonly raisedTo?: number;
  readonly disconnectReason?: string;
  /** Connect's answering-machine verdict. */
  readonly machineDetection?: string;
  /** Set when the call is over (CBR-2). */
  readonly status?: CallEnding;
  /** The classifier given for this call. */
  readonly classifier?: string;
  /** The wrap-up is over (or there was none): nothing of this call is open any more. */
  readonly settled: boolean;
  /** The callback rule has been applied to this attempt: it is never applied again (CLS-14). */
  readonly ruleApplied: boolean;
  /** Parameters a rule added to the call (CBR-15). */
  readonly parameters: Readonly<Record<string, string>>;
}
