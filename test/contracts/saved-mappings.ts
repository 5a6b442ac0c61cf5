// What every store of saved mappings promises (lib/application/ports/saved-mappings.ts; REC-10).
import { describe, expect, it } from 'vitest';
import type { MappingSaving, SavedMappings } from '../../lib/application/ports/saved-mappings.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';

const SPRING = campaignId('spring');
const COLUMNS = { phone: ['Tel. 1'], fields: { name: 'Klient' } };

export function savedMappingsContract(
  name: string,
  make: () => Promise<SavedMappings & MappingSaving>,
): void {
  describe(`saved mappings: ${name}`, () => {
    it('gives back what was saved under a key for the campaign, and nothing else', async () => {
      const mappings = await make();
      await mappings.save(SPRING, 'crm', undefined, COLUMNS);

      const found = await mappings.of(SPRING, 'crm');
      const other = await mappings.of(SPRING, 'shop');
      const elsewhere = await mappings.of(campaignId('autumn'), 'crm');

      expect([found, other, elsewhere]).toEqual([COLUMNS, undefined, undefined]);
    });

    it('replaces what was saved before', async () => {
      const mappings = await make();
      const other = { phone: 'Tel. 1', fields: {} };
      await mappings.save(SPRING, 'crm', undefined, COLUMNS);

      const saved = await mappings.save(SPRING, 'crm', COLUMNS, other);

      expect([saved, await mappings.of(SPRING, 'crm')]).toEqual([true, other]);
    });

    it('saves nothing when something else was saved since it was read', async () => {
      const mappings = await make();
      const first = await mappings.save(SPRING, 'crm', undefined, COLUMNS);

      const again = await mappings.save(SPRING, 'crm', undefined, { fields: {} });
      const late = await mappings.save(SPRING, 'crm', { fields: {} }, { fields: {} });

      expect([first, again, late]).toEqual([true, false, false]);
      expect(await mappings.of(SPRING, 'crm')).toEqual(COLUMNS);
    });
  });
}
