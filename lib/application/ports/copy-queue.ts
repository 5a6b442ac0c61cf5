import type { CampaignId } from '../../domain/model/ids.ts';

/** A copy that is to be begun or gone on with. */
export interface CopyRef {
  readonly campaign: CampaignId;
  readonly copy: string;
}

export interface CopyQueue {
  /** @param delay seconds, at most 900; none when missing */
  send(copy: CopyRef, delay?: number): Promise<void>;
}
