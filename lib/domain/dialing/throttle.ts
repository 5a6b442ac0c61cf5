// Calls may start at a steady rate with a small burst: a token bucket kept as one number, the
// theoretical arrival time of the generic cell rate algorithm (ITU-T I.371). One number can be
// written with one condition.
import { type Instant, instant } from '../model/instant.ts';

export interface CallRate {
  readonly perSecond: number;
  /** Calls that may start at once. */
  readonly burst: number;
}

/** When the bucket would be full again; undefined before the first call. */
export type ArrivalTime = Instant | undefined;

export type Taken =
  | { readonly granted: true; readonly arrival: Instant }
  | { readonly granted: false; readonly retryAt: Instant };

/** Takes one token, or says when there will be one. A refusal changes nothing. */
export function takeToken(arrival: ArrivalTime, now: Instant, rate: CallRate): Taken {
  const spacing = 1000 / rate.perSecond;
  const tolerance = (rate.burst - 1) * spacing;
  const due = Math.max(arrival ?? now, now);
  // One comparison of one figure: rounding must not refuse at the very moment that was named.
  const retryAt = instant(Math.ceil(due - tolerance));
  if (now < retryAt) return { granted: false, retryAt };
  return { granted: true, arrival: instant(due + spacing) };
}
