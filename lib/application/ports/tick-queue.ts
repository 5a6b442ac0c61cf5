import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';

export interface TickQueue {
  /**
   * @param delays seconds (0 to 900): one tick of the campaign's agent pool for each
   * @param due when the record is due that the ticks are for: a tick whose clock is a little behind
   *   finds it all the same
   */
  send(campaign: CampaignId, delays: readonly number[], due?: Instant): Promise<void>;
}
