// Campaign switches in the runtime table. The lease of a campaign's tick lies on the same item:
// taking it reads the state, and what a tick remembers gives it back, so that most ticks need one
// write and no read of it.

import type { CampaignStore, Tick } from '../../application/ports/campaign-store.ts';
import { Fault } from '../../application/tasks/faults.ts';
import { type CampaignState, neverSwitched } from '../../domain/campaigns/campaign-state.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Condition, Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { campaignEntries, campaignPartition } from './journal-items.ts';
import { type StoredState, stateItems, wholeState } from './learned-parts.ts';
import { contentOf } from './record-items.ts';

/** Reads of a state whose parts are written anew meanwhile. */
const TRIES = 5;

const stateKey = (campaign: CampaignId): Key => ({ pk: campaignPartition(campaign), sk: 'state' });

export function dynamoCampaignStore(
  db: Dynamo,
  tables: { readonly runtime: string; readonly journal: string },
): CampaignStore {
  const { runtime, journal } = tables;
  const read = (campaign: CampaignId) => db.get(runtime, stateKey(campaign));
  /** What lies beside the state may be written anew between two reads. */
  const stateOf = async (campaign: CampaignId, first: Item | undefined) => {
    let item = first;
    for (let tries = 0; tries < TRIES; tries++) {
      // a tick may have been taken of a campaign nobody has switched yet
      if (item?.version === undefined) return neverSwitched(campaign);
      const whole = await wholeState(db, runtime, storedIn(item));
      if (whole !== undefined) return whole;
      item = await read(campaign);
    }
    throw new Fault('RecordContended', `campaign ${campaign}: its state keeps changing`);
  };
  const tickOf = async (campaign: CampaignId, item: Item | undefined): Promise<Tick> => {
    const { fence = 0, running = [] } = (item ?? {}) as Lease;
    return { fence: Number(fence), state: await stateOf(campaign, item), running };
  };
  return {
    load: async (campaign) => stateOf(campaign, await read(campaign)),
    async switchOf(campaign) {
      const item = await read(campaign);
      return item?.version === undefined ? neverSwitched(campaign) : storedIn(item);
    },
    async commit(before, after, entries, fence) {
      invariant(after.version === before.version + 1, 'a change counts one version on');
      const { own, beside } = stateItems(runtime, after);
      const change = {
        TableName: runtime,
        Key: { ...stateKey(after.campaign) },
        ...changing(before, own, fence),
      };
      const { campaign, version } = after;
      const journalPuts = campaignEntries(journal, campaign, version, entries);
      const committed =
        journalPuts.length + beside.length === 0
          ? (await db.update({ ...change, ReturnValues: 'NONE' })).done
          : (await db.transact([{ Update: change }, ...beside, ...journalPuts])).length === 0;
      return committed ? 'committed' : 'conflict';
    },
    async takeTick(campaign, now, until) {
      const taken = await db.update({
        TableName: runtime,
        Key: stateKey(campaign),
        UpdateExpression: 'SET fence = if_not_exists(fence, :zero) + :one, leasedUntil = :until',
        ConditionExpression: 'attribute_not_exists(leasedUntil) OR leasedUntil <= :now',
        ExpressionAttributeValues: { ':zero': 0, ':one': 1, ':until': until, ':now': now },
      });
      return taken.done ? tickOf(campaign, taken.item) : undefined;
    },
    seeTick: async (campaign) => tickOf(campaign, await read(campaign)),
    async listRunning(campaign, running) {
      await db.update({
        TableName: runtime,
        Key: stateKey(campaign),
        UpdateExpression: 'SET running = :running',
        ExpressionAttributeValues: { ':running': running },
        ReturnValues: 'NONE',
      });
    },
    async releaseTick(campaign, fence) {
      await db.update({
        TableName: runtime,
        Key: stateKey(campaign),
        UpdateExpression: 'SET leasedUntil = :zero',
        ConditionExpression: 'fence = :fence',
        ExpressionAttributeValues: { ':zero': 0, ':fence': fence },
        ReturnValues: 'NONE',
      });
    },
  };
}

function storedIn(item: Item): StoredState {
  const { fence, leasedUntil, running, ...state } = contentOf(item) as StoredState & Lease;
  return state;
}

interface Lease {
  readonly fence?: number;
  readonly leasedUntil?: number;
  readonly running?: readonly CampaignId[];
}

/**
 * Sets what the state has and removes what it has no longer; the lease stays, unless its tick ends
 * with this.
 */
function changing(before: CampaignState, after: StoredState, fence: number | undefined) {
  const set = Object.entries({
    ...after,
    ...(fence !== undefined && { leasedUntil: 0 }),
  }).filter(([, value]) => value !== undefined);
  const gone = [...Object.keys(before), 'parts'].filter(
    (name) => !set.some(([one]) => one === name),
  );
  const condition = asRead(before, fence);
  return {
    UpdateExpression: [
      `SET ${set.map((_, n) => `#s${n} = :s${n}`).join(', ')}`,
      ...(gone.length > 0 ? [`REMOVE ${gone.map((_, n) => `#g${n}`).join(', ')}`] : []),
    ].join(' '),
    ConditionExpression: condition.expression,
    ExpressionAttributeNames: {
      ...Object.fromEntries(set.map(([name], n) => [`#s${n}`, name])),
      ...Object.fromEntries(gone.map((name, n) => [`#g${n}`, name])),
      ...condition.names,
    },
    ExpressionAttributeValues: {
      ...Object.fromEntries(set.map(([, value], n) => [`:s${n}`, value])),
      ...condition.values,
    },
  };
}

function asRead({ version }: CampaignState, fence: number | undefined): Condition {
  const isStill = version === 0 ? 'attribute_not_exists(#version)' : '#version = :version';
  return {
    expression: fence === undefined ? isStill : `${isStill} AND #fence = :fence`,
    names: { '#version': 'version', ...(fence !== undefined && { '#fence': 'fence' }) },
    values: {
      ...(version > 0 && { ':version': version }),
      ...(fence !== undefined && { ':fence': fence }),
    },
  };
}
