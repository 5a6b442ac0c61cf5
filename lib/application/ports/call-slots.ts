import type { CampaignId, ContactId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';

/** A path of an overflow block (IVR-18). */
export interface SlotPlace {
  readonly campaign: CampaignId;
  readonly ivr: string;
  readonly block: string;
}

/**
 * Calls in the paths of overflow blocks. A place whose release got lost is free again after some
 * hours.
 */
export interface CallSlots {
  /** Whether the call has a place among at most `most`; a call that has one keeps it. */
  take(place: SlotPlace, contact: ContactId, most: number, now: Instant): Promise<boolean>;
  /** Without effect when the call has no place there. */
  free(place: SlotPlace, contact: ContactId): Promise<void>;
}
