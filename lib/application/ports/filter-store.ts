import type { CampaignId } from '../../domain/model/ids.ts';
import type { SavedFilter } from '../../domain/records/record-filter.ts';

/** Saved filters of a campaign. */
export interface FilterStore {
  load(campaign: CampaignId, filter: string): Promise<SavedFilter | undefined>;
  /** By id. */
  list(campaign: CampaignId): Promise<readonly SavedFilter[]>;
  /** One version on; false when another has changed it first. */
  change(before: SavedFilter | undefined, after: SavedFilter): Promise<boolean>;
  /** False when another has changed it first. */
  remove(before: SavedFilter): Promise<boolean>;
}
