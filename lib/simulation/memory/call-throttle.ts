// The account-wide call rate in memory: generic cell rate. One number is kept, the moment at which
// the bucket would be full again.

import type { CallThrottle } from '../../application/ports/call-throttle.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';

export interface MemoryCallRate {
  readonly callsPerSecond: number;
  /** Calls that may start at once. */
  readonly burst: number;
}

export function memoryCallThrottle({ callsPerSecond, burst }: MemoryCallRate): CallThrottle {
  const interval = 1000 / callsPerSecond;
  let fullAt = Number.NEGATIVE_INFINITY;
  const take = (now: Instant) => {
    const next = Math.max(fullAt, now) + interval;
    const earliest = next - burst * interval;
    if (earliest > now) return { granted: false, retryAt: instant(Math.ceil(earliest)) } as const;
    fullAt = next;
    return { granted: true } as const;
  };
  return {
    take: async (now) => take(now),
    async takeUpTo(now, most) {
      let count = 0;
      while (count < most && take(now).granted) count++;
      return count;
    },
  };
}
