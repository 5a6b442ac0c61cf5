// Counts contacts that are not begun by an order of a tick, on the item that lists the ranks, which
// every tick reads: calls that come in, calls of agents, surveys. A tick that knows the calls in
// flight learns from the count that there are others.

import type { Begun } from '../../application/ports/record-store.ts';
import { beginsContact, type Change } from '../../domain/model/change.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { IN_INDEX } from '../../domain/records/rest.ts';
import type { Dynamo } from './document-table.ts';
import type { Item } from './items.ts';
import { anyShard } from './key-shards.ts';
import { dueSoonKey } from './record-items.ts';

/**
 * Counts, for each campaign once, that changes begin contacts.
 * @param isCounted whether ticks of the campaign ask for that count
 */
export async function countBegun(
  db: Pick<Dynamo, 'update'>,
  table: string,
  changes: readonly Pick<Change, 'before' | 'after'>[],
  {
    shards,
    isCounted,
  }: { readonly shards: number; readonly isCounted: (campaign: CampaignId) => boolean },
): Promise<void> {
  const byCampaign = Map.groupBy(changes.filter(beginsContact), ({ after }) => after.campaign);
  const counts = [...byCampaign].map(async ([campaign, begun]) => {
    if (!isCounted(campaign)) return;
    await db.update({
      TableName: table,
      Key: dueSoonKey(campaign, anyShard(shards)),
      UpdateExpression: 'ADD begun :one SET begunAt = :at',
      ExpressionAttributeValues: {
        ':one': 1,
        ':at': Math.max(...begun.map(({ after }) => after.updatedAt)),
      },
      ReturnValues: 'NONE',
    });
  });
  await Promise.all(counts);
}

/** @param items on which they are counted */
export function begunOn(items: readonly (Item | undefined)[], now: Instant): Begun {
  const count = items.reduce((sum, item) => sum + Number(item?.begun ?? 0), 0);
  const at = Math.max(...items.map((item) => Number(item?.begunAt ?? 0)));
  return { count, isInIndex: now - at >= IN_INDEX };
}
