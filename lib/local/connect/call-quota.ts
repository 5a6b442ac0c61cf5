// Connect's quota of StartOutboundVoiceContact. It throttles as in the account, so a dialer that
// ignores it fails here.
/**
 * The account's quota of StartOutboundVoiceContact: a token bucket, 2 a second and 5 at once unless
 * raised.
 */
export interface CallQuota {
  /** false: throttled. */
  take(): boolean;
}

/** @param now simulated time, epoch ms */
export function callQuota(now: () => number, perSecond: number, burst: number): CallQuota {
  let tokens = burst;
  let filledAt = now();
  return {
    take() {
      const at = now();
      tokens = Math.min(burst, tokens + ((at - filledAt) / 1000) * perSecond);
      filledAt = at;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
  };
}
