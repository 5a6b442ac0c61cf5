// What a tick may change about a campaign itself: it ends when every record is worked off (CAM-29),
// and says once that the pool is low (MON-6).
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignEntry } from '../model/journal.ts';
import { asleepFrom } from '../records/rest.ts';
import type { CampaignState, CampaignSwitch, Counts } from './campaign-state.ts';
import { leftToDial, open, total } from './counts.ts';

export interface CampaignChange {
  readonly after: CampaignState;
  readonly entries: readonly CampaignEntry[];
}

export function switched(
  before: CampaignState,
  to: CampaignSwitch,
  by: string,
  now: Instant,
): CampaignChange {
  return {
    after: {
      ...before,
      version: before.version + 1,
      state: to,
      changedAt: now,
      changedBy: by,
      // the first tick that leaves records waiting begins those that follow
      ...(to === 'running' && { rest: asleepFrom(now) }),
    },
    entries: [{ type: 'campaign.switched', at: now, from: before.state, to, by }],
  };
}

/**
 * A campaign without any record yet is not exhausted: it waits for its import. One that customers
 * call waits for their next call, after which they may have to be called back.
 */
export function isExhausted(campaign: Campaign, counts: Counts, inFlight: number): boolean {
  return (
    campaign.goal === 'exhaustion' &&
    campaign.channels.inbound === undefined &&
    inFlight === 0 &&
    total(counts) > 0 &&
    open(counts) === 0
  );
}

export function exhausted(before: CampaignState, now: Instant): CampaignChange {
  const { after, entries } = switched(before, 'ended', 'dialer', now);
  return { after, entries: [{ type: 'campaign.exhausted', at: now }, ...entries] };
}

/** What the campaign remembers of its pool alert, and what it tells now. */
export interface PoolAlert extends Pick<CampaignState, 'poolAlerted' | 'openWhenAlerted'> {
  readonly entries: readonly CampaignEntry[];
}

/**
 * The alert is given once, and again only after the pool has been filled above the limit. Records
 * that are being called and come back with a recall fill nothing: there must be more to dial than
 * were open then.
 */
export function poolAlert(
  campaign: Campaign,
  state: CampaignState,
  counts: Counts,
  now: Instant,
): PoolAlert {
  const limit = campaign.alerts.poolBelow;
  const left = leftToDial(counts);
  if (limit === undefined || total(counts) === 0) return { poolAlerted: false, entries: [] };
  const { poolAlerted } = state;
  const openThen = poolAlerted ? (state.openWhenAlerted ?? limit) : open(counts);
  if (left > (poolAlerted ? Math.max(limit, openThen) : limit)) {
    return { poolAlerted: false, entries: [] };
  }
  return {
    poolAlerted: true,
    openWhenAlerted: Math.min(openThen, open(counts)),
    entries: poolAlerted ? [] : [{ type: 'campaign.pool-low', at: now, left, limit }],
  };
}
