// Saved filters in memory.
import type { FilterStore } from '../../application/ports/filter-store.ts';
import type { SavedFilter } from '../../domain/records/record-filter.ts';

export function memoryFilterStore(): FilterStore {
  const saved = new Map<string, SavedFilter>();
  const keyOf = ({ campaign, filter }: Pick<SavedFilter, 'campaign' | 'filter'>) =>
    `${campaign}#${filter}`;
  const isStill = (before: SavedFilter | undefined, key: string) =>
    saved.get(key)?.version === before?.version;
  return {
    load: async (campaign, filter) => saved.get(keyOf({ campaign, filter })),
    list: async (campaign) =>
      [...saved.values()]
        .filter((one) => one.campaign === campaign)
        .toSorted((a, b) => (a.filter < b.filter ? -1 : 1)),
    async change(before, after) {
      if (!isStill(before, keyOf(after))) return false;
      saved.set(keyOf(after), after);
      return true;
    },
    remove: async (before) => isStill(before, keyOf(before)) && saved.delete(keyOf(before)),
  };
}
