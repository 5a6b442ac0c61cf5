// Campaign switches and tick leases in the runtime table.
import { type CampaignState, neverSwitched } from '../domain/campaign-state.ts';
import { invariant } from '../domain/faults.ts';
import type { CampaignId } from '../domain/ids.ts';
import type { CampaignStore } from '../domain/ports.ts';
import type { Dynamo, Key } from './dynamo.ts';
import { isStill, put } from './dynamo-writes.ts';
import { campaignEntries, campaignPartition } from './journal-items.ts';
import { contentOf } from './record-items.ts';

const stateKey = (campaign: CampaignId): Key => ({ pk: campaignPartition(campaign), sk: 'state' });
const tickKey = (campaign: CampaignId): Key => ({ pk: `tick#${campaign}`, sk: 'tick' });

export function dynamoCampaignStore(
  db: Dynamo,
  tables: { readonly runtime: string; readonly journal: string },
): CampaignStore {
  const { runtime, journal } = tables;
  return {
    async load(campaign) {
      const item = await db.get(runtime, stateKey(campaign));
      return item ? (contentOf(item) as CampaignState) : neverSwitched(campaign);
    },
    async commit(before, after, entries) {
      invariant(after.version === before.version + 1, 'a change counts one version on');
      const stored = before.version === 0 ? undefined : before;
      const refused = await db.transact([
        put(runtime, { ...stateKey(after.campaign), ...after }, isStill(stored)),
        ...campaignEntries(journal, after.campaign, after.version, entries),
      ]);
      return refused.length === 0 ? 'committed' : 'conflict';
    },
    async takeTick(campaign, now, until) {
      const taken = await db.update({
        TableName: runtime,
        Key: tickKey(campaign),
        UpdateExpression: 'SET fence = if_not_exists(fence, :zero) + :one, #until = :until',
        ConditionExpression: 'attribute_not_exists(pk) OR #until <= :now',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':zero': 0, ':one': 1, ':until': until, ':now': now },
      });
      return taken.done ? Number(taken.item?.fence) : undefined;
    },
    async releaseTick(campaign, fence) {
      await db.update({
        TableName: runtime,
        Key: tickKey(campaign),
        UpdateExpression: 'SET #until = :zero',
        ConditionExpression: 'fence = :fence',
        ExpressionAttributeNames: { '#until': 'until' },
        ExpressionAttributeValues: { ':zero': 0, ':fence': fence },
      });
    },
  };
}
