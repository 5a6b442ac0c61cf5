// What every call throttle promises (lib/application/ports/ports.ts, CallThrottle). `make` gives a
// full bucket.
import { describe, expect, it } from 'vitest';
import type { CallThrottle } from '../../lib/application/ports/call-throttle.ts';
import type { Instant } from '../../lib/domain/model/instant.ts';
import { at, NOW } from '../support/records.ts';

interface Rate {
  readonly callsPerSecond: number;
  readonly burst: number;
}

export function callThrottleContract(
  name: string,
  make: (rate: Rate) => Promise<CallThrottle>,
): void {
  const takeAll = async (throttle: CallThrottle, moments: readonly Instant[]) => {
    const granted: boolean[] = [];
    for (const now of moments) granted.push((await throttle.take(now)).granted);
    return granted;
  };

  describe(`call throttle: ${name}`, () => {
    it('grants a burst at once and then says when to come back', async () => {
      const throttle = await make({ callsPerSecond: 2, burst: 3 });

      expect(await takeAll(throttle, [NOW, NOW, NOW])).toEqual([true, true, true]);
      expect(await throttle.take(NOW)).toEqual({ granted: false, retryAt: at(0.5) });
    });

    it('grants the one who comes back when told', async () => {
      const throttle = await make({ callsPerSecond: 2, burst: 1 });
      await throttle.take(NOW);
      const refused = await throttle.take(NOW);

      const again = await throttle.take(refused.granted ? NOW : refused.retryAt);

      expect(again).toEqual({ granted: true });
    });

    it('takes nothing from the bucket when it refuses', async () => {
      const throttle = await make({ callsPerSecond: 1, burst: 1 });
      await throttle.take(NOW);

      await takeAll(throttle, [NOW, NOW, NOW, NOW]);

      expect(await throttle.take(at(1))).toEqual({ granted: true });
    });

    it('fills up again, but never above the burst', async () => {
      const throttle = await make({ callsPerSecond: 2, burst: 2 });
      await takeAll(throttle, [NOW, NOW]);

      const later = at(3600);

      expect(await takeAll(throttle, [later, later, later])).toEqual([true, true, false]);
    });

    it('never grants more than rate × time + burst to callers who insist', async () => {
      const throttle = await make({ callsPerSecond: 5, burst: 4 });
      const moments = Array.from({ length: 101 }, (_, i) => at(i / 20));

      const granted = (await takeAll(throttle, moments)).filter(Boolean).length;

      expect(granted).toBe(5 * 5 + 4);
    });

    it('grants rivals of one moment no more than the burst', async () => {
      const throttle = await make({ callsPerSecond: 1, burst: 2 });

      const taken = await Promise.all([1, 2, 3, 4].map(() => throttle.take(NOW)));

      expect(taken.filter(({ granted }) => granted).length).toBe(2);
    });

    it('gives several at once as many as there are', async () => {
      const throttle = await make({ callsPerSecond: 2, burst: 5 });
      await throttle.take(NOW);

      const taken = [await throttle.takeUpTo(NOW, 3), await throttle.takeUpTo(NOW, 3)];
      const later = [await throttle.takeUpTo(NOW, 3), await throttle.takeUpTo(at(1), 3)];

      expect([...taken, ...later]).toEqual([3, 1, 0, 2]);
    });

    it('grants rivals who take several no more than the burst', async () => {
      const throttle = await make({ callsPerSecond: 1, burst: 7 });

      const taken = await Promise.all([3, 3, 3, 3].map((most) => throttle.takeUpTo(NOW, most)));

      expect(taken.toSorted()).toEqual([0, 1, 3, 3]);
    });
  });
}
