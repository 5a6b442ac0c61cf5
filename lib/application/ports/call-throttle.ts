import type { CallRate } from '../../domain/dialing/throttle.ts';
import type { Instant } from '../../domain/model/instant.ts';

/** The account-wide rate of StartOutboundVoiceContact, as a token bucket (generic cell rate). */
export interface CallThrottle {
  /**
   * The rate, where the bucket is kept with the one agent pool there is (`Tick.arrival`): a tick
   * takes its tokens in the transaction of its orders.
   */
  readonly withPool?: CallRate;
  /** Takes a token, or says when one will be there. */
  take(
    now: Instant,
  ): Promise<{ readonly granted: true } | { readonly granted: false; readonly retryAt: Instant }>;
  /** Takes as many as there are, at most so many. @returns how many */
  takeUpTo(now: Instant, most: number): Promise<number>;
}
