// Saved mappings of contact files in the runtime table, one item for each set of headings.
import type { MappingSaving, SavedMappings } from '../../application/ports/saved-mappings.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { NamedColumns } from '../../language/schema/campaign.ts';
import type { Condition, Dynamo } from './document-table.ts';
import type { Key } from './items.ts';
import { isNew, put } from './writes.ts';

const keyOf = (campaign: CampaignId, key: string): Key => ({ pk: `mapping#${campaign}`, sk: key });

const isStillSaved = (before: NamedColumns | undefined): Condition =>
  before === undefined
    ? isNew
    : {
        expression: '#columns = :before',
        names: { '#columns': 'columns' },
        values: { ':before': JSON.stringify(before) },
      };

export function dynamoSavedMappings(db: Dynamo, table: string): SavedMappings & MappingSaving {
  return {
    async of(campaign, key) {
      const item = await db.get(table, keyOf(campaign, key));
      return item && (JSON.parse(String(item.columns)) as NamedColumns);
    },
    async save(campaign, key, before, columns) {
      const item = { ...keyOf(campaign, key), columns: JSON.stringify(columns) };
      return (await db.transact([put(table, item, isStillSaved(before))])).length === 0;
    },
  };
}
