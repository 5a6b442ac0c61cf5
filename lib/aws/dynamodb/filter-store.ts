// Saved filters in the runtime table, one partition for each campaign; none expires.
import type { FilterStore } from '../../application/ports/filter-store.ts';
import type { SavedFilter } from '../../domain/records/record-filter.ts';
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { isStill, put, remove } from './writes.ts';

const partitionOf = (campaign: string): string => `filters#${campaign}`;
const keyOf = ({ campaign, filter }: Pick<SavedFilter, 'campaign' | 'filter'>): Key => ({
  pk: partitionOf(campaign),
  sk: filter,
});

export function dynamoFilterStore(db: Dynamo, table: string): FilterStore {
  return {
    async load(campaign, filter) {
      const item = await db.get(table, keyOf({ campaign, filter }));
      return item && asFilter(item);
    },
    async list(campaign) {
      const items = await db.all({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(campaign) },
      });
      return items.map(asFilter);
    },
    async change(before, after) {
      const item = { ...keyOf(after), version: after.version, saved: JSON.stringify(after) };
      return (await db.transact([put(table, item, isStill(before))])).length === 0;
    },
    async remove(before) {
      return (await db.transact([remove(table, keyOf(before), isStill(before))])).length === 0;
    },
  };
}

// one text: its conditions are read as they were written
const asFilter = (item: Item): SavedFilter => JSON.parse(String(item.saved)) as SavedFilter;
