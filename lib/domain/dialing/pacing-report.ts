// What is reported about a campaign's pacing: the cap and how far it is used, what has been
// learned, and the last decisions that started calls.
import type { CampaignSetting } from '../campaigns/campaign-setting.ts';
import type { CampaignState } from '../campaigns/campaign-state.ts';
import type { Instant } from '../model/instant.ts';
import { estimatesOf, type PacingEstimates } from '../pacing/estimates.ts';
import { type DecisionNote, shareOf, storedMemory } from '../pacing/pacing-memory.ts';
import type { CapWindow } from '../pacing/settings.ts';
import { pacingSettingsOf } from './pacing-input.ts';

export interface PacingReport {
  readonly cap: number;
  readonly window: CapWindow;
  /** Live answers in the window, the abandoned ones included. */
  readonly answered: number;
  readonly abandoned: number;
  readonly since: number;
  readonly estimates: PacingEstimates;
  /** The newest last. */
  readonly decisions: readonly DecisionNote[];
}

/** undefined: the mode learns nothing. */
export function pacingReport(
  { outbound, zone }: CampaignSetting,
  state: CampaignState,
  team: number,
  now: Instant,
): PacingReport | undefined {
  if (outbound.mode !== 'predictive') return undefined;
  const memory = storedMemory(state.pacing);
  const { cap, window } = pacingSettingsOf(outbound);
  const { answered, abandoned, since } = shareOf(memory, now, { cap, window, zone });
  const estimates = estimatesOf(memory.model, team);
  return { cap, window, answered, abandoned, since, estimates, decisions: memory.decisions };
}
