// Whether a campaign in which nobody is to be called has something else for a tick to do.

import { isExhausted, poolAlert } from '../../domain/campaigns/campaign-changes.ts';
import type { CampaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { storedMemory } from '../../domain/pacing/pacing-memory.ts';
import type { Ports } from '../ports/ports.ts';
import { manyLeft } from './many-left.ts';

interface Looking {
  /** Nobody has looked for a while. */
  readonly check: boolean;
  readonly now: Instant;
}

/** The campaign has ended, an alert is due, or its last calls are to be learned from. */
export async function isWorkLeft(
  { check, now }: Looking,
  state: CampaignState,
  { campaign }: CampaignSetting,
  { records }: Pick<Ports, 'records'>,
): Promise<boolean> {
  if (check && storedMemory(state.pacing).watched.length > 0) return true;
  const many = manyLeft(records);
  if (!check && many.has(state.campaign, now)) return false;
  const counts = await records.counts(state.campaign);
  many.counted(state.campaign, counts, now);
  if (poolAlert(campaign, state, counts, now).poolAlerted !== state.poolAlerted) return true;
  if (!isExhausted(campaign, counts, 0)) return false;
  return (await records.inFlight(state.campaign)).length === 0;
}
