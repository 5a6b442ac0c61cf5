// Campaigns whose queues have agent groups in common share those agents, so the dialer decides for
// all of them at once: an agent pool. Two queues are in one pool also when only a third connects
// them.

import type { Definitions } from '../../language/definitions.ts';
import { campaignSetting } from '../campaigns/campaign-setting.ts';
import { keyShardsOf } from '../campaigns/key-shards.ts';
import { type CampaignId, campaignId } from '../model/ids.ts';
import { agentsStartCalls, workAfterAccepting } from './offers.ts';

export interface AgentPool {
  /** The campaign with which it is kept how the ticks of the pool stand: the first by id. */
  readonly lead: CampaignId;
  /** Campaigns that dial, by id. */
  readonly campaigns: readonly CampaignId[];
  /** Campaigns without a dialer whose callers wait for the same agents. */
  readonly inbound: readonly CampaignId[];
  readonly groups: readonly string[];
}

/** Definitions never change: their pools are worked out once. */
const known = new WeakMap<Definitions, readonly AgentPool[]>();

export function agentPools(definitions: Definitions): readonly AgentPool[] {
  const pools = known.get(definitions) ?? poolsOf(definitions);
  known.set(definitions, pools);
  return pools;
}

/** undefined when the campaign does not dial, or has no queue. */
export function agentPoolOf(definitions: Definitions, id: CampaignId): AgentPool | undefined {
  return agentPools(definitions).find(({ campaigns }) => campaigns.includes(id));
}

/**
 * With which campaign its calls in flight are kept, so that a tick of its pool finds all of them in
 * one place: the pool's lead; its own where several pools wait for its callers, or none.
 */
export function keptWith(definitions: Definitions, id: CampaignId): CampaignId {
  const pools = agentPools(definitions);
  const own = pools.filter(({ campaigns }) => campaigns.includes(id));
  const [pool, ...others] =
    own.length > 0 ? own : pools.filter((each) => each.inbound.includes(id));
  return pool === undefined || others.length > 0 ? id : pool.lead;
}

/**
 * Whether ticks ask how many contacts of the campaign others have begun. Where callers of a
 * campaign without a dialer wait for the same agents, they ask for the calls in flight each time.
 */
export function countsBegun(definitions: Definitions, id: CampaignId): boolean {
  return agentPoolOf(definitions, id)?.inbound.length === 0;
}

/**
 * The lead of the one agent pool there is, if its ticks place nearly all calls: with that pool the
 * call rate is kept. A rate that needs several keys is not, nor one that calls wait for one by one.
 */
export function callRateLead(definitions: Definitions): CampaignId | undefined {
  const [pool, ...others] = agentPools(definitions);
  if (pool === undefined || others.length > 0 || keyShardsOf(definitions) > 1) return undefined;
  const isAtOnce = pool.campaigns.every((campaign) => {
    const setting = campaignSetting(definitions, campaign);
    if (setting === undefined || agentsStartCalls(setting.campaign)) return false;
    return workAfterAccepting(setting.outbound) === 0;
  });
  return isAtOnce ? pool.lead : undefined;
}

interface Draft {
  readonly campaigns: CampaignId[];
  readonly groups: Set<string>;
}

function poolsOf(definitions: Definitions): readonly AgentPool[] {
  let drafts: readonly Draft[] = [];
  for (const name of Object.keys(definitions.campaigns).toSorted()) {
    const groups = campaignSetting(definitions, name)?.queue?.groups;
    if (groups === undefined) continue;
    const connected = drafts.filter((draft) => groups.some((group) => draft.groups.has(group)));
    const merged: Draft = {
      campaigns: [...connected.flatMap(({ campaigns }) => campaigns), campaignId(name)],
      groups: new Set([...connected.flatMap((draft) => [...draft.groups]), ...groups]),
    };
    drafts = [...drafts.filter((draft) => !connected.includes(draft)), merged];
  }
  return drafts.flatMap((draft) => poolOf(draft, definitions));
}

function poolOf({ campaigns: unsorted, groups }: Draft, definitions: Definitions): AgentPool[] {
  const campaigns = unsorted.toSorted();
  const [lead] = campaigns;
  if (lead === undefined) return [];
  const inbound = Object.keys(definitions.campaigns)
    .filter((name) => !campaigns.includes(campaignId(name)))
    .filter((name) => callersWaitFor(groups, name, definitions))
    .map(campaignId);
  return [{ lead, campaigns, inbound, groups: [...groups].toSorted() }];
}

function callersWaitFor(
  groups: ReadonlySet<string>,
  campaign: string,
  { campaigns, ivrs, queues }: Definitions,
): boolean {
  const inbound = campaigns[campaign]?.channels.inbound;
  const blocks = inbound && ivrs[inbound.ivr]?.blocks;
  return Object.values(blocks ?? {}).some((block) => {
    if (block.kind !== 'queue') return false;
    const overflow = queues[block.queue]?.overflow;
    const served = [block.queue, ...(overflow === undefined ? [] : [overflow])];
    return served.some((queue) => queues[queue]?.groups.some((group) => groups.has(group)));
  });
}
