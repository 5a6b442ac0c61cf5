// A record after an inbound call that changed nothing about it: as it was before.

import type { TakenFrom } from '../model/inbound-call.ts';
import type { CampaignRecord } from '../model/record.ts';

export function restored(record: CampaignRecord, took: TakenFrom | undefined): CampaignRecord {
  if (took === undefined || took.state === 'none') return record;
  const { current: _, nextContact: __, ...rest } = record;
  const { state, nextContact } = took;
  return { ...rest, state, nextContact };
}
