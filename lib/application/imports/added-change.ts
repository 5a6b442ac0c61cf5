// The change that adds a new record: barred from the start where the person may not be contacted.
import { block } from '../../domain/dialing/orders.ts';
import type { Change } from '../../domain/model/change.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Forbidden } from './import-permission.ts';

/** @param row of the file it comes from */
export function addedChange(
  made: CampaignRecord,
  forbidden: Forbidden | undefined,
  by: string,
  row?: number,
): Change {
  const { createdAt: at, privateTo } = made;
  const entries: RecordEntry[] = [{ type: 'record.added', at, by, row }];
  if (privateTo !== undefined) entries.push({ type: 'record.reserved', at, for: privateTo, by });
  const barred = forbidden && block(made, forbidden.blocked, forbidden.gates, at);
  const after = { ...(barred?.after ?? made), version: 1 };
  return { before: undefined, after, entries: [...entries, ...(barred?.entries ?? [])] };
}
