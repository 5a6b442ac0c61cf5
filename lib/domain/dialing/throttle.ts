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
  const due = Math.max(arrival ?? now, now);
  // One comparison of one figure: rounding must not refuse at the very moment that was named.
  const retryAt = instant(Math.ceil(due - toleranceOf(rate)));
  if (now < retryAt) return { granted: false, retryAt };
  return { granted: true, arrival: instant(due + spacingOf(rate)) };
}

/** Takes as many as there are, at most so many. */
export function takeTokens(
  before: ArrivalTime,
  now: Instant,
  rate: CallRate,
  most: number,
): { readonly count: number; readonly arrival: ArrivalTime } {
  let arrival = before;
  for (let count = 0; count < most; count++) {
    const taken = takeToken(arrival, now, rate);
    if (!taken.granted) return { count, arrival };
    ({ arrival } = taken);
  }
  return { count: most, arrival };
}

/** Tokens of a bucket as it was seen. */
export interface TokensTaken {
  readonly seen: ArrivalTime;
  readonly now: Instant;
  readonly count: number;
  readonly rate: CallRate;
}

/** Milliseconds between two tokens. */
export const spacingOf = ({ perSecond }: CallRate): number => 1000 / perSecond;

/** Milliseconds by which the bucket may be ahead of now for a token to be granted. */
export const toleranceOf = (rate: CallRate): number => (rate.burst - 1) * spacingOf(rate);

/** As many buckets as wanted, but none without a burst, that together grant what one would. */
export function partsOfRate({ perSecond, burst }: CallRate, wanted: number): readonly CallRate[] {
  const parts = Math.min(wanted, burst);
  return Array.from({ length: parts }, (_, n) => ({
    perSecond: perSecond / parts,
    burst: Math.floor(burst / parts) + (n < burst % parts ? 1 : 0),
  }));
}
