// What every store of tokens promises (lib/application/ports/ports.ts, ServiceTokens; IVR-2).
import { describe, expect, it } from 'vitest';
import type { ServiceTokens } from '../../lib/application/ports/service-tokens.ts';
import { contactId } from '../../lib/domain/model/ids.ts';
import { at, NOW } from '../support/records.ts';

export function serviceTokensContract(name: string, make: () => Promise<ServiceTokens>): void {
  describe(`service tokens: ${name}`, () => {
    it('gives a token back to its call and block, and to no other', async () => {
      const tokens = await make();
      await tokens.keep(contactId('c-1'), 'login', 't-1', NOW);

      expect(await tokens.read(contactId('c-1'), 'login')).toBe('t-1');
      expect(await tokens.read(contactId('c-1'), 'other')).toBeUndefined();
      expect(await tokens.read(contactId('c-2'), 'login')).toBeUndefined();
    });

    it('keeps the newest', async () => {
      const tokens = await make();
      await tokens.keep(contactId('c-1'), 'login', 't-1', NOW);

      await tokens.keep(contactId('c-1'), 'login', 't-2', at(60));

      expect(await tokens.read(contactId('c-1'), 'login')).toBe('t-2');
    });
  });
}
