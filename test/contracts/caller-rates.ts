// What every count of requests by caller promises (lib/application/ports/caller-rates.ts).
import { describe, expect, it } from 'vitest';
import type { CallerRates } from '../../lib/application/ports/caller-rates.ts';
import { at, NOW } from '../support/records.ts';

export function callerRatesContract(name: string, make: () => Promise<CallerRates>): void {
  describe(`caller rates: ${name}`, () => {
    it('counts the requests of a caller in a window, apart from those of others and of later', async () => {
      const rates = await make();

      const counts = [
        await rates.count('crm', NOW),
        await rates.count('crm', NOW),
        await rates.count('ewa', NOW),
        await rates.count('crm', at(10)),
      ];

      expect(counts).toEqual([1, 2, 1, 1]);
    });

    it('counts each of many at the same time', async () => {
      const rates = await make();

      const counts = await Promise.all(Array.from({ length: 20 }, () => rates.count('crm', NOW)));

      expect(counts.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
    });
  });
}
