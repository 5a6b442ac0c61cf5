import type { CampaignId } from '../../domain/model/ids.ts';
import type { NamedColumns } from '../../language/schema/campaign.ts';

/** What becomes of the columns of files, as people saved it. */
export interface SavedMappings {
  /** @param key of the headings of the file */
  of(campaign: CampaignId, key: string): Promise<NamedColumns | undefined>;
}

export interface MappingSaving {
  /** Replaces what was saved under the key; false when it is no longer `before`. */
  save(
    campaign: CampaignId,
    key: string,
    before: NamedColumns | undefined,
    columns: NamedColumns,
  ): Promise<boolean>;
}
