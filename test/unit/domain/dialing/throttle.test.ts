import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type ArrivalTime,
  type CallRate,
  takeToken,
} from '../../../../lib/domain/dialing/throttle.ts';
import { type Instant, instant } from '../../../../lib/domain/model/instant.ts';
import { at, NOW } from '../../../support/records.ts';

/** The moments at which a token was granted. */
function granted(asked: readonly Instant[], rate: CallRate): readonly Instant[] {
  let arrival: ArrivalTime;
  return asked.filter((now) => {
    const taken = takeToken(arrival, now, rate);
    if (taken.granted) arrival = taken.arrival;
    return taken.granted;
  });
}

const anyRate = fc.record({
  perSecond: fc.integer({ min: 1, max: 100 }),
  burst: fc.integer({ min: 1, max: 200 }),
});
const anyMoments = fc
  .array(fc.integer({ min: 0, max: 5000 }), { maxLength: 300 })
  .map((gaps) => gaps.toSorted((a, b) => a - b).map((gap): Instant => instant(NOW + gap)));

describe('the rate of calls', () => {
  it('grants a burst at once, then one at a time', () => {
    const rate = { perSecond: 2, burst: 3 };
    const asked = [0, 0, 0, 0, 0.499, 0.5, 0.6, 1].map(at);

    expect(granted(asked, rate)).toEqual([0, 0, 0, 0.5, 1].map(at));
  });

  it('says when the next call may start', () => {
    const rate = { perSecond: 2, burst: 1 };
    const first = takeToken(undefined, NOW, rate);

    const second = takeToken(first.granted ? first.arrival : undefined, at(0.2), rate);

    expect(second).toEqual({ granted: false, retryAt: at(0.5) });
  });

  it('grants at the moment it named', () => {
    fc.assert(
      fc.property(anyRate, anyMoments, (rate, moments) => {
        let arrival: ArrivalTime;
        for (const now of moments) {
          const taken = takeToken(arrival, now, rate);
          if (taken.granted) arrival = taken.arrival;
          else expect(takeToken(arrival, taken.retryAt, rate).granted).toBe(true);
        }
      }),
      {
        examples: [[{ perSecond: 34, burst: 2 }, [instant(1772442000005), instant(1772442000005)]]],
      },
    );
  });

  it('never grants more than a burst and what the rate adds, in any window', () => {
    fc.assert(
      fc.property(anyRate, anyMoments, (rate, moments) => {
        const times = granted(moments, rate);

        times.forEach((from, i) => {
          times.slice(i).forEach((to, n) => {
            const allowed = rate.burst + ((to - from) / 1000) * rate.perSecond;
            expect(n + 1).toBeLessThanOrEqual(allowed + 1e-6);
          });
        });
      }),
      { numRuns: 40 },
    );
  });
});
