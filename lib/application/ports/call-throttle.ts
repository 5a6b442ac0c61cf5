import type { Instant } from '../../domain/model/instant.ts';

/** The account-wide rate of StartOutboundVoiceContact, as a token bucket (generic cell rate). */
export interface CallThrottle {
  /** Takes a token, or says when one will be there. */
  take(
    now: Instant,
  ): Promise<{ readonly granted: true } | { readonly granted: false; readonly retryAt: Instant }>;
  /** Takes as many as there are, at most so many. @returns how many */
  takeUpTo(now: Instant, most: number): Promise<number>;
}
