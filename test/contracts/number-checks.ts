// What every store of HLR answers promises (lib/application/ports/number-checks.ts; CBR-10).
import { describe, expect, it } from 'vitest';
import type { NumberChecks } from '../../lib/application/ports/number-checks.ts';
import { at } from '../support/records.ts';

export function numberChecksContract(name: string, make: () => Promise<NumberChecks>): void {
  describe(`number checks: ${name}`, () => {
    it('gives an answer back until its time is over', async () => {
      const checks = await make();
      await checks.keep('+48600100200', 'invalid', at(60));

      const before = await checks.read('+48600100200', at(59));
      const after = await checks.read('+48600100200', at(60));

      expect([before, after]).toEqual(['invalid', undefined]);
    });

    it('knows nothing of another number, and replaces what it knew', async () => {
      const checks = await make();
      await checks.keep('+48600100200', 'invalid', at(60));
      await checks.keep('+48600100200', 'valid', at(90));

      expect(await checks.read('+48600100200', at(80))).toBe('valid');
      expect(await checks.read('+48600100201', at(0))).toBeUndefined();
    });
  });
}
