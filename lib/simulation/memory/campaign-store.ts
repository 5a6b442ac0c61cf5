// Campaign switches and tick leases in memory.

import type { CampaignStore } from '../../application/ports/campaign-store.ts';
import { type CampaignState, neverSwitched } from '../../domain/campaigns/campaign-state.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { MemoryJournal } from './journal.ts';

export function memoryCampaignStore(journal: MemoryJournal): CampaignStore {
  const states = new Map<CampaignId, CampaignState>();
  const leases = new Map<CampaignId, { readonly fence: number; readonly until: Instant }>();
  const lists = new Map<CampaignId, readonly CampaignId[]>();
  const stateOf = (campaign: CampaignId) => states.get(campaign) ?? neverSwitched(campaign);
  const release = (campaign: CampaignId, fence: number) => {
    if (leases.get(campaign)?.fence === fence) leases.set(campaign, { fence, until: instant(0) });
  };
  return {
    load: async (campaign) => stateOf(campaign),
    switchOf: async (campaign) => stateOf(campaign),
    async commit(before, after, entries, fence) {
      const { campaign } = after;
      invariant(after.version === before.version + 1, 'a change counts one version on');
      if (stateOf(campaign).version !== before.version) return 'conflict';
      if (fence !== undefined && leases.get(campaign)?.fence !== fence) return 'conflict';
      states.set(campaign, after);
      journal.appendToCampaign(campaign, after.version, entries);
      if (fence !== undefined) release(campaign, fence);
      return 'committed';
    },
    async takeTick(campaign, now, until) {
      const held = leases.get(campaign);
      if (held && held.until > now) return undefined;
      const fence = (held?.fence ?? 0) + 1;
      leases.set(campaign, { fence, until });
      return { fence, state: stateOf(campaign), running: lists.get(campaign) ?? [] };
    },
    seeTick: async (campaign) => ({
      fence: leases.get(campaign)?.fence ?? 0,
      state: stateOf(campaign),
      running: lists.get(campaign) ?? [],
    }),
    listRunning: async (campaign, running) => void lists.set(campaign, running),
    releaseTick: async (campaign, fence) => release(campaign, fence),
  };
}
