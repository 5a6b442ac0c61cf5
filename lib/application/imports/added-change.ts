// The change that adds a new record: barred from the start where the person may not be contacted,
// put off where they may not be contacted now.
import { block, postpone } from '../../domain/dialing/orders.ts';
import type { Addition } from '../../domain/model/change.ts';
import type { RecordEntry } from '../../domain/model/journal.ts';

import type { CampaignRecord } from '../../domain/model/record.ts';
import type { RecordStore } from '../ports/record-store.ts';
import type { HeldBack } from './held-by-caps.ts';
import type { Forbidden } from './import-permission.ts';

/**
 * @param additions of different records
 * @returns by their place who is there instead; a record whose import was undone makes room for the
 *   person, who comes back
 */
export async function addUnlessThere(
  additions: readonly Addition[],
  records: Pick<RecordStore, 'add' | 'commit' | 'load'>,
): Promise<readonly ('added' | CampaignRecord | undefined)[]> {
  const committed = await records.add(additions);
  return Promise.all(
    additions.map(async (addition, n) => {
      if (committed[n] === 'committed') return 'added';
      const there = await records.load(addition.after);
      if (there?.undone === undefined) return there;
      const after = { ...addition.after, version: there.version + 1 };
      const again = await records.commit({ ...addition, before: there, after });
      return again === 'committed' ? 'added' : records.load(addition.after);
    }),
  );
}

/** What stands against contacting the person, from the start or for a while. */
export interface Against {
  readonly forbidden?: Forbidden | undefined;
  readonly held?: HeldBack | undefined;
}

/** @param row of the file it comes from */
export function addedChange(
  made: CampaignRecord,
  { forbidden, held }: Against,
  by: string,
  row?: number,
): Addition {
  const { createdAt: at, privateTo, origin } = made;
  const copy = origin.kind === 'copy' ? origin.copy : undefined;
  const entries: RecordEntry[] = [{ type: 'record.added', at, by, row, copy }];
  if (privateTo !== undefined) entries.push({ type: 'record.reserved', at, for: privateTo, by });
  const barred = forbidden
    ? block(made, forbidden.blocked, forbidden.gates, at)
    : held && postpone(made, held, at);
  const after = { ...(barred?.after ?? made), version: 1 };
  return { before: undefined, after, entries: [...entries, ...(barred?.entries ?? [])] };
}
