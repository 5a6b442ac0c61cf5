// Campaign switches in the runtime table. How the ticks of an agent pool stand lies on the item of
// its lead campaign: a number that every order counts on, in the transaction of the order. So a
// tick needs no lease to take and to give back.

import type { CampaignStore, Tick } from '../../application/ports/campaign-store.ts';
import type { OrderTurn } from '../../application/ports/record-store.ts';
import { Fault } from '../../application/tasks/faults.ts';
import { type CampaignState, neverSwitched } from '../../domain/campaigns/campaign-state.ts';
import type { TokensTaken } from '../../domain/dialing/throttle.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { invariant } from '../../domain/model/invariant.ts';
import { takingTokens } from './call-throttle.ts';
import type { Condition, Dynamo, Write } from './document-table.ts';
import type { Item } from './items.ts';
import { campaignEntries, stateKey } from './journal-items.ts';
import { type StoredState, stateItems, wholeState } from './learned-parts.ts';
import { contentOf } from './record-items.ts';

/** Reads of a state whose parts are written anew meanwhile. */
const TRIES = 5;

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
    const { fence = 0, running = [], arrival } = (item ?? {}) as Pool;
    const state = await stateOf(campaign, item);
    return { fence: Number(fence), state, running, ...(arrival !== undefined && { arrival }) };
  };
  return {
    load: async (campaign) => stateOf(campaign, await read(campaign)),
    async switchOf(campaign) {
      const item = await read(campaign);
      const fence = Number(item?.fence ?? 0);
      return { ...(item?.version === undefined ? neverSwitched(campaign) : storedIn(item)), fence };
    },
    async commit(before, after, entries) {
      const { change, beside } = stateWrites(runtime, before, after);
      const { campaign, version } = after;
      const journalPuts = campaignEntries(journal, campaign, version, entries);
      const committed =
        journalPuts.length + beside.length === 0
          ? (await db.update({ ...change, ReturnValues: 'NONE' })).done
          : (await db.transact([{ Update: change }, ...beside, ...journalPuts])).length === 0;
      return committed ? 'committed' : 'conflict';
    },
    seeTick: async (campaign) => tickOf(campaign, await read(campaign)),
    async listRunning(lead, fence, running) {
      const { Update } = countOn(runtime, lead, fence, { running });
      return (await db.update({ ...Update, ReturnValues: 'NONE' })).done ? 'committed' : 'conflict';
    },
  };
}

/** What is written of the campaign and its pool in the transaction of a tick's orders. */
export function turnWrites(
  runtime: string,
  { lead, fence, before, tokens }: OrderTurn,
  after: CampaignState,
): readonly Write[] {
  const isLead = after.campaign === lead;
  const { change, beside } = stateWrites(runtime, before, after, isLead ? fence : undefined);
  const { Update: lastly } = isLead ? { Update: change } : countOn(runtime, lead, fence);
  const turn = { Update: tokens === undefined ? lastly : withTokens(lastly, tokens) };
  return isLead ? [turn, ...beside] : [{ Update: change }, ...beside, turn];
}

type Update = NonNullable<Write['Update']>;

/** The call rate lies with the pool's lead. */
function withTokens(update: Update, tokens: TokensTaken): Update {
  const taking = takingTokens(tokens);
  const set = update.UpdateExpression?.replace(/^SET /, `${taking.UpdateExpression}, `);
  return {
    ...update,
    UpdateExpression: set,
    ConditionExpression: `(${update.ConditionExpression}) AND (${taking.ConditionExpression})`,
    ExpressionAttributeValues: {
      ...update.ExpressionAttributeValues,
      ...taking.ExpressionAttributeValues,
    },
  };
}

/** The tick's number, one on. */
function countOn(
  runtime: string,
  lead: CampaignId,
  fence: number,
  also: Readonly<Record<string, unknown>> = {},
): { readonly Update: Update } {
  const names = Object.keys(also);
  const { expression, values } = fenceStill(fence);
  return {
    Update: {
      TableName: runtime,
      Key: { ...stateKey(lead) },
      UpdateExpression: ['SET fence = :next', ...names.map((name) => `${name} = :${name}`)].join(
        ', ',
      ),
      ConditionExpression: expression,
      ExpressionAttributeValues: {
        ...values,
        ':next': fence + 1,
        ...Object.fromEntries(names.map((name) => [`:${name}`, also[name]])),
      },
    },
  };
}

const fenceStill = (fence: number) =>
  fence === 0
    ? { expression: 'attribute_not_exists(fence)', values: {} }
    : { expression: 'fence = :fence', values: { ':fence': fence } };

function stateWrites(runtime: string, before: CampaignState, after: CampaignState, fence?: number) {
  invariant(after.version === before.version + 1, 'a change counts one version on');
  const { own, beside } = stateItems(runtime, after);
  const change = {
    TableName: runtime,
    Key: { ...stateKey(after.campaign) },
    ...changing(before, own, fence),
  };
  return { change, beside };
}

function storedIn(item: Item): StoredState {
  const { fence, leasedUntil, running, arrival, ...state } = contentOf(item) as StoredState & Pool;
  return state;
}

/** Of the agent pool that the campaign leads. */
interface Pool {
  readonly fence?: number;
  readonly running?: readonly CampaignId[];
  /** The bucket of the call rate, where it is kept here (call-throttle.ts). */
  readonly arrival?: Instant;
  /** Until when a tick of an earlier version might order. */
  readonly leasedUntil?: number;
}

/**
 * Sets what the state has and removes what it has no longer; what is kept of the pool stays, but
 * for the fence of a tick that orders with this.
 */
function changing(before: CampaignState, after: StoredState, fence: number | undefined) {
  const set = Object.entries({
    ...after,
    ...(fence !== undefined && { fence: fence + 1 }),
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
  const still = fence === undefined ? undefined : fenceStill(fence);
  return {
    expression: still === undefined ? isStill : `${isStill} AND ${still.expression}`,
    names: { '#version': 'version' },
    values: { ...(version > 0 && { ':version': version }), ...still?.values },
  };
}
