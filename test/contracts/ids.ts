// What every source of ids promises (lib/application/ports/ports.ts, Ids). `make` takes the time
// the ids are made at.
import { describe, expect, it } from 'vitest';
import type { Ids } from '../../lib/application/ports/ids.ts';
import type { Instant } from '../../lib/domain/model/instant.ts';
import { at, NOW } from '../support/records.ts';

export function idsContract(name: string, make: (now: () => Instant) => Promise<Ids>): void {
  describe(`ids: ${name}`, () => {
    it('are unique, also within a millisecond', async () => {
      const ids = await make(() => NOW);

      const made = Array.from({ length: 2000 }, () => ids.next());

      expect(new Set(made).size).toBe(2000);
    });

    it('sort by the time they were made at', async () => {
      let now = NOW;
      const ids = await make(() => now);

      const made = [0, 1, 60, 86_400, 31_536_000].map((seconds) => {
        now = at(seconds);
        return ids.next();
      });

      expect(made.toSorted()).toEqual(made);
    });

    it('fit Connect’s ClientToken and the keys of the tables', async () => {
      const ids = await make(() => NOW);

      expect(ids.next()).toMatch(/^[A-Za-z0-9_-]{1,60}$/);
    });
  });
}
