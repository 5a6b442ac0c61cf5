// What a tick may change about a campaign itself: it ends when every record is worked off (CAM-29),
// and says once that the pool is low (MON-6).
import type { Campaign } from '../../language/schema/campaign.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignEntry } from '../model/journal.ts';
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

/** The alert is given once, and again only after the pool has been filled above the limit. */
export function poolAlert(
  campaign: Campaign,
  state: CampaignState,
  counts: Counts,
  now: Instant,
): { readonly poolAlerted: boolean; readonly entries: readonly CampaignEntry[] } {
  const limit = campaign.alerts.poolBelow;
  const left = leftToDial(counts);
  if (limit === undefined || left > limit || total(counts) === 0) {
    return { poolAlerted: false, entries: [] };
  }
  const entries = state.poolAlerted
    ? []
    : [{ type: 'campaign.pool-low', at: now, left, limit } as const];
  return { poolAlerted: true, entries };
}
