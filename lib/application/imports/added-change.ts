// The change that adds a new record: barred from the start where the person may not be contacted.
import { block } from '../../domain/dialing/orders.ts';
import type { Change } from '../../domain/model/change.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';

import type { CampaignRecord } from '../../domain/model/record.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { Forbidden } from './import-permission.ts';

/**
 * @returns who is there instead; a record whose import was undone makes room for the person, who
 * comes back
 */
export async function addUnlessThere(
  change: Change,
  records: Pick<RecordStore, 'commit' | 'load'>,
): Promise<'added' | CampaignRecord | undefined> {
  if ((await records.commit(change)) === 'committed') return 'added';
  const there = await records.load(change.after);
  if (there?.undone === undefined) return there;
  const after = { ...change.after, version: there.version + 1 };
  const again = await records.commit({ ...change, before: there, after });
  return again === 'committed' ? 'added' : records.load(change.after);
}

/** @param row of the file it comes from */
export function addedChange(
  made: CampaignRecord,
  forbidden: Forbidden | undefined,
  by: string,
  row?: number,
): Change {
  const { createdAt: at, privateTo, origin } = made;
  const copy = origin.kind === 'copy' ? origin.copy : undefined;
  const entries: RecordEntry[] = [{ type: 'record.added', at, by, row, copy }];
  if (privateTo !== undefined) entries.push({ type: 'record.reserved', at, for: privateTo, by });
  const barred = forbidden && block(made, forbidden.blocked, forbidden.gates, at);
  const after = { ...(barred?.after ?? made), version: 1 };
  return { before: undefined, after, entries: [...entries, ...(barred?.entries ?? [])] };
}
