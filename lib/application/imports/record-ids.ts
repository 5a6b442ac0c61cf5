// The same person in the same campaign has the same id, whatever file they come from. A record that
// was imported under a former key, or before there were keys, keeps its id and is recognised by it.

import { type CampaignId, type RecordId, recordId } from '../../domain/model/ids.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Pseudonyms } from '../ports/pseudonyms.ts';
import type { RecordStore } from '../ports/record-store.ts';

/** @param person the number, or the address, that stands for the person */
export async function recordIds(
  campaign: CampaignId,
  person: string,
  pseudonyms: Pseudonyms,
): Promise<readonly [RecordId, ...RecordId[]]> {
  const [now, ...before] = await pseudonyms.of(`${campaign}/${person}`);
  const id = (pseudonym: string) => recordId(pseudonym.slice(0, 20));
  return [id(now), ...before.map(id)];
}

/** The person's record under one of the ids they had before. */
export async function knownBefore(
  campaign: CampaignId,
  former: readonly RecordId[],
  records: Pick<RecordStore, 'load'>,
): Promise<CampaignRecord | undefined> {
  const found = await Promise.all(former.map((record) => records.load({ campaign, record })));
  return found.find((record) => record !== undefined && record.undone === undefined);
}
