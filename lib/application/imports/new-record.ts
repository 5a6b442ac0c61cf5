// A contact as a record of its campaign, not called yet.
import type { ContactData } from '../../contacts/read-contact.ts';
import type { CampaignId, RecordId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord, Origin } from '../../domain/model/record.ts';

export function newRecord(
  campaign: CampaignId,
  record: RecordId,
  contact: ContactData,
  origin: Origin,
  now: Instant,
): CampaignRecord {
  return {
    campaign,
    record,
    version: 1,
    state: 'new',
    ...contact,
    parameters: {},
    nextContact: now,
    attempts: 0,
    endings: {},
    success: false,
    rule: { passes: {} },
    origin,
    createdAt: now,
    updatedAt: now,
  };
}
