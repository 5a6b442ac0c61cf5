import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { CampaignId, RecordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { DayCount } from '../../domain/reports/day-counts.ts';
import type { WayCount } from '../../domain/reports/way-counts.ts';

interface ContactPage {
  /** The one begun last first. */
  readonly contacts: readonly AttemptRef[];
  /** Where the next page begins; missing on the last one of the day. */
  readonly next?: string | undefined;
}

/** Where a page of recalls ended: within a calling rank, or before its first record. */
export interface RecallPosition {
  readonly rank: number;
  readonly after?: { readonly at: Instant; readonly record: RecordId };
}

interface RecallPage {
  readonly records: readonly CampaignRecord[];
  readonly next?: RecallPosition | undefined;
}

/**
 * What reports are made of. What is read grows with what is asked for, and not with the records,
 * their contacts or the days before; a moment may pass until a recall shows.
 */
export interface ReportStore {
  /** Figures of a campaign from a day to a day; of days without any there are none. */
  figures(campaign: CampaignId, from: string, to: string): Promise<readonly DayCount[]>;
  /** How many went which way on a day, version by version; a version may come in several parts. */
  ways(
    campaign: CampaignId,
    day: string,
    of: Pick<WayCount, 'kind' | 'id'>,
  ): Promise<readonly WayCount[]>;
  /** Contacts begun on a day that have ended and count; a moment may pass until one shows. */
  contacts(
    campaign: CampaignId,
    day: string,
    page: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<ContactPage>;
  /**
   * Records that are to be called again, in the order in which they will be: the heavier first. A
   * page may have fewer than asked for, or none, while there are further ones.
   */
  recalls(
    campaign: CampaignId,
    page: { readonly limit: number; readonly from?: RecallPosition | undefined },
  ): Promise<RecallPage>;
}
