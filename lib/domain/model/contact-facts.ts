import type { AgentId, ContactId } from './ids.ts';
import type { Instant } from './instant.ts';

/** What Connect knows of a contact, in the words of its contact events. */
export interface ContactFacts {
  readonly contact: ContactId;
  readonly initiated?: Instant;
  readonly connectedToSystem?: Instant;
  readonly enqueued?: Instant;
  readonly connectedToAgent?: Instant;
  readonly disconnected?: Instant;
  readonly wrapUpEnded?: Instant;
  readonly disconnectReason?: string;
  readonly machineDetection?: string;
  readonly agent?: AgentId;
  readonly queue?: string;
}
