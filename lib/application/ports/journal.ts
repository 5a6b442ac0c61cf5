import type { CampaignId, RecordRef } from '../../domain/model/ids.ts';
import type { CampaignEntry, RecordEntry } from '../../domain/model/journal.ts';
import type { JournalLine } from '../../domain/model/journal-line.ts';

export interface Journal {
  /** Entries of a record, oldest first. */
  ofRecord(ref: RecordRef): Promise<readonly RecordEntry[]>;
  /** One line by its id, as it is told today; undefined when there is none. */
  line(id: string): Promise<JournalLine | undefined>;
  ofCampaign(campaign: CampaignId): Promise<readonly CampaignEntry[]>;
  /**
   * Takes what agents entered about the person out of a record's entries; no entry is written about
   * it (CBR-15).
   */
  forgetValues(ref: RecordRef): Promise<void>;
}
