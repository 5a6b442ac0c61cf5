// What is counted in the transaction of a change: the campaign's counters, the figures of the day,
// and which way it went through its rule or IVR. All of it is spread over items, for each is in
// many transactions, and over keys in large centres.
import type { Counts } from '../../domain/campaigns/campaign-state.ts';
import type { Change } from '../../domain/model/change.ts';
import type { Counting } from '../../domain/model/counted-attempts.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type DayOf, dayCounts } from '../../domain/reports/day-counts.ts';
import { countedTogether, wayCounts } from '../../domain/reports/way-counts.ts';
import type { Dynamo, Write } from './document-table.ts';
import { anyShard, shardKeys } from './key-shards.ts';
import { COUNT_SHARDS, contentOf, countsKey, countsPartition } from './record-items.ts';
import { figuresKey, ITEMS_WITHOUT_AGENT, WAY_ITEMS, waysKey } from './report-items.ts';
import { add } from './writes.ts';

interface Place {
  readonly tables: { readonly records: string };
  readonly dayOf: DayOf;
  /** Keys that are written to. */
  readonly shards: number;
}

export function countersOf(
  { tables, shards }: Omit<Place, 'dayOf'>,
  campaign: CampaignId,
  delta: Counts,
): readonly Write[] {
  if (Object.keys(delta).length === 0) return [];
  return [add(tables.records, countsKey(campaign, anyShard(shards * COUNT_SHARDS)), delta)];
}

/** Figures of the day, and which way it went through its rule or IVR. */
export function reported(
  { tables: { records }, dayOf, shards }: Place,
  change: Change & Counting,
): readonly Write[] {
  const { campaign } = change.after;
  const all = countedTogether(dayCounts(change, dayOf), wayCounts(change, dayOf));
  return all.map(({ figure, way }) => {
    const shard = anyShard(shards);
    if (figure === undefined)
      return add(records, waysKey(campaign, way, anyShard(WAY_ITEMS), shard), way.counts);
    const items = figure.agent === undefined ? ITEMS_WITHOUT_AGENT : 1;
    const key = figuresKey(campaign, figure, anyShard(items), shard, way);
    return add(records, key, { ...figure.counts, ...way?.counts });
  });
}

/** Over all items, those of several keys included. */
export async function countsOf(db: Dynamo, table: string, campaign: CampaignId, shards: number) {
  const items = await Promise.all(
    shardKeys(countsPartition(campaign), shards).map((pk) =>
      db.all({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': pk },
        ConsistentRead: true,
      }),
    ),
  );
  const sums: Record<string, number> = {};
  for (const item of items.flat()) {
    for (const [name, value] of Object.entries(contentOf(item))) {
      sums[name] = (sums[name] ?? 0) + Number(value);
    }
  }
  return Object.fromEntries(Object.entries(sums).filter(([, sum]) => sum !== 0));
}
