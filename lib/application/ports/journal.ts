import type { CampaignId, RecordRef } from '../../domain/model/ids.ts';
import type { CampaignEntry, RecordEntry } from '../../domain/model/journal.ts';

export interface Journal {
  /** Entries of a record, oldest first. */
  ofRecord(ref: RecordRef): Promise<readonly RecordEntry[]>;
  ofCampaign(campaign: CampaignId): Promise<readonly CampaignEntry[]>;
  /**
   * Takes what agents entered about the person out of a record's entries; no entry is written about
   * it (CBR-15).
   */
  forgetValues(ref: RecordRef): Promise<void>;
}
