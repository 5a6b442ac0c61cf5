// Campaign switches in the runtime table. The lease of a campaign's tick lies on the same item:
// taking it reads the state, and what a tick remembers gives it back, so that most ticks need one
// write and no read of it.

import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { CampaignStore, Tick } from '../../application/ports/campaign-store.ts';
import { type CampaignState, neverSwitched } from '../../domain/campaigns/campaign-state.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { PacingMemory } from '../../domain/pacing/pacing-memory.ts';
import type { Condition, Dynamo } from './document-table.ts';
import type { Item, Key } from './items.ts';
import { campaignEntries, campaignPartition } from './journal-items.ts';
import { contentOf } from './record-items.ts';

const stateKey = (campaign: CampaignId): Key => ({ pk: campaignPartition(campaign), sk: 'state' });

export function dynamoCampaignStore(
  db: Dynamo,
  tables: { readonly runtime: string; readonly journal: string },
): CampaignStore {
  const { runtime, journal } = tables;
  return {
    load: async (campaign) => stateOf(campaign, await db.get(runtime, stateKey(campaign))),
    async commit(before, after, entries, fence) {
      invariant(after.version === before.version + 1, 'a change counts one version on');
      const change = {
        TableName: runtime,
        Key: { ...stateKey(after.campaign) },
        ...changing(before, after, fence),
      };
      const { campaign, version } = after;
      const journalPuts = campaignEntries(journal, campaign, version, entries);
      const committed =
        journalPuts.length === 0
          ? (await db.update({ ...change, ReturnValues: 'NONE' })).done
          : (await db.transact([{ Update: change }, ...journalPuts])).length === 0;
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
    seeTick: async (campaign) => tickOf(campaign, await db.get(runtime, stateKey(campaign))),
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

function tickOf(campaign: CampaignId, item: Item | undefined): Tick {
  const { fence = 0, running = [] } = (item ?? {}) as Lease;
  return { fence: Number(fence), state: stateOf(campaign, item), running };
}

/** A tick may have been taken of a campaign nobody has switched yet. */
function stateOf(campaign: CampaignId, item: Item | undefined): CampaignState {
  if (item?.version === undefined) return neverSwitched(campaign);
  const { fence, leasedUntil, running, pacing, ...state } = contentOf(item) as Stored & Lease;
  return { ...state, pacing: pacing === undefined ? undefined : unpacked(pacing) };
}

/**
 * What a predictive dialer has learned is one compressed text: hundreds of numbers that are only
 * ever read and written together. DynamoDB bills every write of the item, the lease included, by
 * its size, and as a map every tick had the SDK translate each number twice. Versions before
 * compression stored the text itself.
 */
type Stored = Omit<CampaignState, 'pacing'> & { readonly pacing?: Uint8Array | string };

const stored = ({ pacing, ...state }: CampaignState): Stored => ({
  ...state,
  pacing: pacing && deflateRawSync(JSON.stringify(pacing)),
});

function unpacked(pacing: Uint8Array | string): PacingMemory {
  const text = typeof pacing === 'string' ? pacing : inflateRawSync(pacing).toString();
  return JSON.parse(text) as PacingMemory;
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
function changing(before: CampaignState, after: CampaignState, fence: number | undefined) {
  const set = Object.entries({
    ...stored(after),
    ...(fence !== undefined && { leasedUntil: 0 }),
  }).filter(([, value]) => value !== undefined);
  const gone = Object.keys(before).filter((name) => !set.some(([one]) => one === name));
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
