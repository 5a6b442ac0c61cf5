// Campaign switches in memory, and how the ticks of the agent pools stand.

import type { CampaignStore } from '../../application/ports/campaign-store.ts';
import type { OrderTurn } from '../../application/ports/record-store.ts';
import { type CampaignState, neverSwitched } from '../../domain/campaigns/campaign-state.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { MemoryJournal } from './journal.ts';

export interface MemoryCampaignStore extends CampaignStore {
  /** Whether nothing has happened since a tick has looked. */
  isTurn(turn: Pick<OrderTurn, 'lead' | 'fence' | 'before'>): boolean;
  /** What a tick stores of a campaign with its orders. */
  endTurn(turn: Pick<OrderTurn, 'lead' | 'fence'>, after: CampaignState): void;
}

export function memoryCampaignStore(journal: MemoryJournal): MemoryCampaignStore {
  const states = new Map<CampaignId, CampaignState>();
  const fences = new Map<CampaignId, number>();
  const lists = new Map<CampaignId, readonly CampaignId[]>();
  const stateOf = (campaign: CampaignId) => states.get(campaign) ?? neverSwitched(campaign);
  const fenceOf = (lead: CampaignId) => fences.get(lead) ?? 0;
  return {
    load: async (campaign) => stateOf(campaign),
    switchOf: async (campaign) => ({ ...stateOf(campaign), fence: fenceOf(campaign) }),
    async commit(before, after, entries) {
      const { campaign } = after;
      invariant(after.version === before.version + 1, 'a change counts one version on');
      if (stateOf(campaign).version !== before.version) return 'conflict';
      states.set(campaign, after);
      journal.appendToCampaign(campaign, after.version, entries);
      return 'committed';
    },
    seeTick: async (lead) => ({
      fence: fenceOf(lead),
      state: stateOf(lead),
      running: lists.get(lead) ?? [],
    }),
    async listRunning(lead, fence, running) {
      if (fenceOf(lead) !== fence) return 'conflict';
      fences.set(lead, fence + 1);
      lists.set(lead, running);
      return 'committed';
    },
    isTurn: ({ lead, fence, before }) =>
      fenceOf(lead) === fence && stateOf(before.campaign).version === before.version,
    endTurn({ lead, fence }, after) {
      fences.set(lead, fence + 1);
      states.set(after.campaign, after);
    },
  };
}
