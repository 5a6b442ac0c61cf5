import type { CampaignId, RecordRef } from '../../domain/model/ids.ts';
import type { CampaignEntry, RecordEntry } from '../../domain/model/journal.ts';
import type { JournalLine } from '../../domain/model/journal-line.ts';

interface PlacedEntry {
  /** Places of one campaign sort as things happened. */
  readonly place: string;
  readonly entry: CampaignEntry;
}

export interface Journal {
  /** Entries of a record, oldest first. */
  ofRecord(ref: RecordRef): Promise<readonly RecordEntry[]>;
  /** One line by its id, as it is told today; undefined when there is none. */
  line(id: string): Promise<JournalLine | undefined>;
  ofCampaign(campaign: CampaignId): Promise<readonly CampaignEntry[]>;
  /** A page of them, the newest first; what is read does not grow with the journal. */
  latestOfCampaign(
    campaign: CampaignId,
    page: { readonly limit: number; readonly before?: string | undefined },
  ): Promise<{
    readonly entries: readonly PlacedEntry[];
    /** Place of the last one; missing on the last page. */
    readonly next?: string | undefined;
  }>;
  /**
   * Takes what agents entered about the person out of a record's entries; no entry is written about
   * it (CBR-15).
   */
  forgetValues(ref: RecordRef): Promise<void>;
}
