// Requests by caller and window in memory.
import type { CallerRates } from '../../application/ports/caller-rates.ts';

export function memoryCallerRates(): CallerRates {
  const counts = new Map<string, number>();
  return {
    async count(caller, window) {
      const key = `${caller}#${window}`;
      const count = (counts.get(key) ?? 0) + 1;
      counts.set(key, count);
      return count;
    },
  };
}
