import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import type { ArrivalTime } from '../../domain/dialing/throttle.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { CampaignEntry } from '../../domain/model/journal.ts';

/** How the ticks of an agent pool stand, kept with its lead campaign, and the state of that one. */
export interface Tick {
  /** Grows with every order, so two ticks that have seen the same do not both give one. */
  readonly fence: number;
  readonly state: CampaignState;
  /** The bucket of the call rate, where it is kept with the pool. */
  readonly arrival?: ArrivalTime;
  /**
   * The pool's running campaigns, as the last `listRunning` had them; empty when it was never
   * called.
   */
  readonly running: readonly CampaignId[];
}

interface Switch extends Pick<CampaignState, 'campaign' | 'state' | 'rest'> {
  /** Orders given in the agent pool that it leads. */
  readonly fence: number;
}

export interface CampaignStore {
  /** A campaign never switched is off, version 0. */
  load(campaign: CampaignId): Promise<CampaignState>;
  /** Whether it runs, without what its ticks remember, which may be large. */
  switchOf(campaign: CampaignId): Promise<Switch>;
  /**
   * Conditioned on `before.version`; the entries go to the campaign's journal in the same
   * transaction.
   */
  commit(
    before: CampaignState,
    after: CampaignState,
    entries: readonly CampaignEntry[],
  ): Promise<'committed' | 'conflict'>;
  seeTick(lead: CampaignId): Promise<Tick>;
  /**
   * Notes which campaigns of the pool run, so that a tick need not ask all of them. The fence
   * counts one on; a conflict when it has since it was seen.
   */
  listRunning(
    lead: CampaignId,
    fence: number,
    running: readonly CampaignId[],
  ): Promise<'committed' | 'conflict'>;
}
