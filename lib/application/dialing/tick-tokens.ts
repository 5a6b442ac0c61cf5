// Tokens of the call rate for the calls a tick places itself. Where the rate is kept with the pool,
// they are taken with the orders that need them; else by a write of their own before.

import { type ArrivalTime, type TokensTaken, takeTokens } from '../../domain/dialing/throttle.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CallThrottle } from '../ports/call-throttle.ts';

export interface PoolTokens {
  /** As it was seen, and since what was taken. */
  arrival: ArrivalTime;
  /** To be taken with the next orders. */
  tokens: TokensTaken | undefined;
}

/** @returns how many there are, at most so many */
export async function tokensOf(
  pool: PoolTokens,
  now: Instant,
  most: number,
  throttle: CallThrottle,
): Promise<number> {
  const { withPool: rate } = throttle;
  if (rate === undefined) return throttle.takeUpTo(now, most);
  const { count } = takeTokens(pool.arrival, now, rate, most);
  pool.tokens = count === 0 ? undefined : { seen: pool.arrival, now, count, rate };
  return count;
}

/** They were written. */
export function tokensTaken(pool: PoolTokens): void {
  if (pool.tokens === undefined) return;
  const { seen, now, rate, count } = pool.tokens;
  pool.arrival = takeTokens(seen, now, rate, count).arrival;
  pool.tokens = undefined;
}
