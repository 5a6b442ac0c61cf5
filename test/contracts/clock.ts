// What every clock promises (lib/application/ports/ports.ts, Clock).
import { describe, expect, it } from 'vitest';
import type { Clock } from '../../lib/application/ports/clock.ts';
import { parseInstant, toIso } from '../../lib/domain/model/instant.ts';

export function clockContract(name: string, make: () => Promise<Clock>): void {
  describe(`clock: ${name}`, () => {
    it('shows whole milliseconds, so that a moment survives being written as text', async () => {
      const clock = await make();

      const now = clock.now();

      expect(parseInstant(toIso(now))).toBe(now);
    });

    it('does not go back', async () => {
      const clock = await make();

      const moments = Array.from({ length: 1000 }, () => clock.now());

      expect(moments.toSorted((a, b) => a - b)).toEqual(moments);
    });
  });
}
