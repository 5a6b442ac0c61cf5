// Campaign switches and tick leases in memory.

import { type CampaignState, neverSwitched } from '../../domain/campaign-state.ts';
import { invariant } from '../../domain/faults.ts';
import type { CampaignId } from '../../domain/ids.ts';
import { type Instant, instant } from '../../domain/instant.ts';
import type { CampaignStore } from '../../domain/ports.ts';
import type { MemoryJournal } from './journal.ts';

export function memoryCampaignStore(journal: MemoryJournal): CampaignStore {
  const states = new Map<CampaignId, CampaignState>();
  const leases = new Map<CampaignId, { readonly fence: number; readonly until: Instant }>();
  return {
    load: async (campaign) => states.get(campaign) ?? neverSwitched(campaign),
    async commit(before, after, entries) {
      invariant(after.version === before.version + 1, 'a change counts one version on');
      if ((states.get(after.campaign)?.version ?? 0) !== before.version) return 'conflict';
      states.set(after.campaign, after);
      journal.appendToCampaign(after.campaign, entries);
      return 'committed';
    },
    async takeTick(campaign, now, until) {
      const held = leases.get(campaign);
      if (held && held.until > now) return undefined;
      const fence = (held?.fence ?? 0) + 1;
      leases.set(campaign, { fence, until });
      return fence;
    },
    async releaseTick(campaign, fence) {
      if (leases.get(campaign)?.fence === fence) leases.set(campaign, { fence, until: instant(0) });
    },
  };
}
