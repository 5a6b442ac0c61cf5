// Of which calls Connect keeps recordings (CAM-22).
import type { Campaign } from '../../language/schema/campaign.ts';

/** Callers' messages are cut out of recordings, so those of an IVR are kept in any case. */
export const keepsRecordings = ({ inbound, outbound }: Campaign['channels']): boolean =>
  inbound !== undefined || outbound?.recording === true;
