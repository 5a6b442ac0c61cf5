// Counts records that come due soon on the item that lists the ranks, which every look reads.

import type { Change } from '../../domain/model/change.ts';
import { callingRank } from '../../domain/records/next-records.ts';
import { isDueSoon } from '../../domain/records/rest.ts';
import type { Dynamo } from './document-table.ts';
import { anyShard } from './key-shards.ts';
import { dueSoonKey } from './record-items.ts';

/** The count of one rank, beside that of all. */
export const dueSoonOf = (rank: number): string => `dueSoon${rank}`;

/** Counts, for each campaign once, that changes make records due soon. */
export async function countDueSoon(
  db: Pick<Dynamo, 'update'>,
  table: string,
  changes: readonly Pick<Change, 'before' | 'after'>[],
  shards: number,
): Promise<void> {
  // of several shards it may have been in another, in which a deployment before has put it
  const isSoon = (change: Pick<Change, 'before' | 'after'>) => isDueSoon(change, shards > 1);
  const byCampaign = Map.groupBy(changes.filter(isSoon), ({ after }) => after.campaign);
  const counts = [...byCampaign].map(([campaign, soon]) => {
    const names = [...new Set(soon.map(({ after }) => dueSoonOf(callingRank(after))))];
    return db.update({
      TableName: table,
      Key: dueSoonKey(campaign, anyShard(shards)),
      UpdateExpression: `ADD dueSoon :one, ${names.map((name) => `${name} :one`).join(', ')} SET countedAt = :at`,
      ExpressionAttributeValues: {
        ':one': 1,
        ':at': Math.max(...soon.map(({ after }) => after.updatedAt)),
      },
      ReturnValues: 'NONE',
    });
  });
  await Promise.all(counts);
}
