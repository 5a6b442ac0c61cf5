// Saved mappings of contact files in memory.
import type { MappingSaving, SavedMappings } from '../../application/ports/saved-mappings.ts';
import { headingsKey, type NamedColumns } from '../../contacts/mapping.ts';

export function memorySavedMappings(): SavedMappings & MappingSaving {
  const all = new Map<string, NamedColumns>();
  return {
    of: async (campaign, headings) => all.get(`${campaign}/${headingsKey(headings)}`),
    async save(campaign, headings, columns) {
      all.set(`${campaign}/${headingsKey(headings)}`, columns);
    },
  };
}
