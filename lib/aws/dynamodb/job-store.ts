// Jobs in the runtime table, by campaign and kind; its TTL takes them away a week after the last
// change.
import type { JobStore } from '../../application/ports/job-store.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { BackgroundJob, JobKind } from '../../domain/model/job.ts';
import type { Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { contentOf } from './record-items.ts';
import { isStill, put } from './writes.ts';

/** Seconds. */
const KEPT = 7 * 86_400;

const partitionOf = (campaign: CampaignId, kind: JobKind): string => `jobs#${campaign}#${kind}`;
const keyOf = (campaign: CampaignId, kind: JobKind, id: string): Key => ({
  pk: partitionOf(campaign, kind),
  sk: id,
});

export function dynamoJobStore(db: Dynamo, table: string): JobStore {
  const asJob = <J extends BackgroundJob>(item: Item): J => contentOf(item) as unknown as J;
  return {
    async load(campaign, kind, id) {
      const item = await db.get(table, keyOf(campaign, kind, id));
      return item && asJob(item);
    },
    async list(campaign, kind, limit) {
      const { items } = await db.page({
        TableName: table,
        KeyConditionExpression: 'pk = :pk',
        ExpressionAttributeValues: { ':pk': partitionOf(campaign, kind) },
        ScanIndexForward: false,
        Limit: limit,
      });
      return items.map((item) => asJob(item));
    },
    async change(before, after) {
      const item = {
        ...keyOf(after.campaign, after.kind, after.id),
        ...after,
        expires: Math.ceil(after.changedAt / 1000) + KEPT,
      };
      return (await db.transact([put(table, item, isStill(before))])).length === 0;
    },
  };
}
