// Saved mappings of contact files in memory.
import type { MappingSaving, SavedMappings } from '../../application/ports/saved-mappings.ts';
import type { NamedColumns } from '../../language/schema/campaign.ts';

export function memorySavedMappings(): SavedMappings & MappingSaving {
  const all = new Map<string, NamedColumns>();
  return {
    of: async (campaign, key) => all.get(`${campaign}/${key}`),
    async save(campaign, key, before, columns) {
      if (JSON.stringify(all.get(`${campaign}/${key}`)) !== JSON.stringify(before)) return false;
      all.set(`${campaign}/${key}`, columns);
      return true;
    },
  };
}
