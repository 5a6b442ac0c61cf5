import type { Instant } from './instant.ts';

/** Moments of a call, as Connect reports them. Each is set once and never changes. */
export interface ContactTimestamps {
  readonly initiated?: Instant;
  /** The callee picked up. */
  readonly connectedToSystem?: Instant;
  readonly enqueued?: Instant;
  readonly connectedToAgent?: Instant;
  readonly disconnected?: Instant;
  readonly wrapUpEnded?: Instant;
}
