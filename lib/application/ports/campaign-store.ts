import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignEntry } from '../../domain/model/journal.ts';

/**
 * The right to run one tick of an agent pool, held with its lead campaign, and the state of that
 * campaign.
 */
export interface Tick {
  /** Grows with every tick. */
  readonly fence: number;
  readonly state: CampaignState;
  /**
   * The pool's running campaigns, as the last `listRunning` had them; empty when it was never
   * called.
   */
  readonly running: readonly CampaignId[];
}

export interface CampaignStore {
  /** A campaign never switched is off, version 0. */
  load(campaign: CampaignId): Promise<CampaignState>;
  /** Whether it runs, without what its ticks remember, which may be large. */
  switchOf(campaign: CampaignId): Promise<Pick<CampaignState, 'campaign' | 'state' | 'rest'>>;
  /**
   * Conditioned on `before.version`; the entries go to the campaign's journal in the same
   * transaction.
   * @param fence of a tick that ends with this change; a conflict when another tick runs by now
   */
  commit(
    before: CampaignState,
    after: CampaignState,
    entries: readonly CampaignEntry[],
    fence?: number,
  ): Promise<'committed' | 'conflict'>;
  /** What `takeTick` would give, without taking the right to run one. */
  seeTick(campaign: CampaignId): Promise<Tick>;
  /** Takes the right to run one tick until `until`; undefined while another holds it. */
  takeTick(campaign: CampaignId, now: Instant, until: Instant): Promise<Tick | undefined>;
  /**
   * Notes beside the lease which campaigns of the pool run, so that a tick need not ask all of
   * them.
   */
  listRunning(campaign: CampaignId, running: readonly CampaignId[]): Promise<void>;
  /** Gives it back early; without effect when the fence is no longer the holder's. */
  releaseTick(campaign: CampaignId, fence: number): Promise<void>;
}
