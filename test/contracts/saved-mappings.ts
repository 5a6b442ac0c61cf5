// What every store of saved mappings promises (lib/application/ports/saved-mappings.ts; REC-10).
import { describe, expect, it } from 'vitest';
import type { MappingSaving, SavedMappings } from '../../lib/application/ports/saved-mappings.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';

const SPRING = campaignId('spring');
const HEADINGS = ['Klient', 'Tel. 1', 'Kwota'];
const COLUMNS = { phone: ['Tel. 1'], fields: { name: 'Klient' } };

export function savedMappingsContract(
  name: string,
  make: () => Promise<SavedMappings & MappingSaving>,
): void {
  describe(`saved mappings: ${name}`, () => {
    it('gives back what was saved for the same headings, in any order and case', async () => {
      const mappings = await make();
      await mappings.save(SPRING, HEADINGS, COLUMNS);

      const found = await mappings.of(SPRING, ['KWOTA', 'klient', 'tel 1']);

      expect(found).toEqual(COLUMNS);
    });

    it('knows nothing of other headings, nor for another campaign', async () => {
      const mappings = await make();
      await mappings.save(SPRING, HEADINGS, COLUMNS);

      const other = await mappings.of(SPRING, [...HEADINGS, 'Uwagi']);
      const elsewhere = await mappings.of(campaignId('autumn'), HEADINGS);

      expect([other, elsewhere]).toEqual([undefined, undefined]);
    });

    it('replaces what was saved before', async () => {
      const mappings = await make();
      await mappings.save(SPRING, HEADINGS, COLUMNS);

      await mappings.save(SPRING, HEADINGS, { phone: 'Tel. 1', fields: {} });

      expect(await mappings.of(SPRING, HEADINGS)).toEqual({ phone: 'Tel. 1', fields: {} });
    });
  });
}
