// Saved mappings of contact files in the runtime table, one item for each set of headings.
import type { MappingSaving, SavedMappings } from '../../application/ports/saved-mappings.ts';
import { headingsKey, type NamedColumns } from '../../contacts/mapping.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Dynamo } from './document-table.ts';
import type { Key } from './items.ts';
import { put } from './writes.ts';

const keyOf = (campaign: CampaignId, headings: readonly string[]): Key => ({
  pk: `mapping#${campaign}`,
  sk: headingsKey(headings),
});

export function dynamoSavedMappings(db: Dynamo, table: string): SavedMappings & MappingSaving {
  return {
    async of(campaign, headings) {
      const item = await db.get(table, keyOf(campaign, headings));
      return item && (JSON.parse(String(item.columns)) as NamedColumns);
    },
    async save(campaign, headings, columns) {
      const item = { ...keyOf(campaign, headings), columns: JSON.stringify(columns) };
      await db.transact([put(table, item)]);
    },
  };
}
