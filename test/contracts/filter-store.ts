// What every store of saved filters promises (lib/application/ports/filter-store.ts).
import { describe, expect, it } from 'vitest';
import type { FilterStore } from '../../lib/application/ports/filter-store.ts';
import { campaignId } from '../../lib/domain/model/ids.ts';
import type { SavedFilter } from '../../lib/domain/records/record-filter.ts';
import { NOW } from '../support/records.ts';

const spring = campaignId('spring');

const filter = (id: string, changes: Partial<SavedFilter> = {}): SavedFilter => ({
  campaign: 'spring',
  filter: id,
  version: 1,
  title: 'Not sold',
  conditions: { success: false, fields: [{ field: 'city', is: 'equal-to', value: 'Brno' }] },
  changedAt: NOW,
  changedBy: 'ewa',
  ...changes,
});

export function filterStoreContract(name: string, make: () => Promise<FilterStore>): void {
  describe(`filter store: ${name}`, () => {
    it('gives back what was saved, alone and in the list of its campaign, by id (REC-11)', async () => {
      const filters = await make();
      await filters.change(undefined, filter('b'));
      await filters.change(undefined, filter('a'));
      await filters.change(undefined, filter('c', { campaign: 'autumn' }));

      expect(await filters.load(spring, 'b')).toEqual(filter('b'));
      expect(await filters.list(spring)).toEqual([filter('a'), filter('b')]);
      expect(await filters.load(spring, 'c')).toBeUndefined();
    });

    it('changes and removes a filter only as it was read', async () => {
      const filters = await make();
      const first = filter('a');
      await filters.change(undefined, first);
      const second = filter('a', { version: 2, title: 'Sold' });
      await filters.change(first, second);

      const late = [await filters.change(first, second), await filters.remove(first)];
      const removed = await filters.remove(second);

      expect(late).toEqual([false, false]);
      expect(removed).toBe(true);
      expect(await filters.list(spring)).toEqual([]);
    });
  });
}
