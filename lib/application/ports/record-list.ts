import type { CampaignId, RecordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';

/** Where a page ended: the record it gave last. */
export interface ListPosition {
  readonly createdAt: Instant;
  readonly record: RecordId;
}

interface RecordPage {
  readonly records: readonly CampaignRecord[];
  /** Missing on the last page. */
  readonly next?: ListPosition;
}

export interface RecordList {
  /**
   * Records of a campaign, whatever their state, the newest first; what is read does not grow with
   * the campaign. A record added a moment ago may be missing.
   */
  page(campaign: CampaignId, limit: number, after?: ListPosition): Promise<RecordPage>;
}
