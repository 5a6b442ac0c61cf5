import type { CampaignId } from '../../domain/model/ids.ts';

export interface TickQueue {
  /** @param delays seconds (0 to 900): one tick of the campaign for each */
  send(campaign: CampaignId, delays: readonly number[]): Promise<void>;
}
