import type { CampaignId } from '../../domain/model/ids.ts';

/** A copy that is to be begun or gone on with. */
export interface CopyRef {
  readonly campaign: CampaignId;
  readonly copy: string;
}

export interface CopyQueue {
  send(copy: CopyRef): Promise<void>;
}
