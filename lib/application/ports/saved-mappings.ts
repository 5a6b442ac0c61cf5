import type { NamedColumns } from '../../contacts/mapping.ts';
import type { CampaignId } from '../../domain/model/ids.ts';

/** What becomes of the columns of files, as people saved it, by the headings of the file. */
export interface SavedMappings {
  /** Headings in another order, or in capitals, are the same. */
  of(campaign: CampaignId, headings: readonly string[]): Promise<NamedColumns | undefined>;
}

export interface MappingSaving {
  /** Replaces what was saved for these headings. */
  save(campaign: CampaignId, headings: readonly string[], columns: NamedColumns): Promise<void>;
}
