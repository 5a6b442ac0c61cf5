// A record whose import is undone (NEW-9). Whoever has been contacted since is no mistake of a file
// any more: the record stays.
import type { Change, Kept } from '../model/change.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { changed, rest } from './record-changes.ts';

interface Undoing {
  /** Key of the file. */
  readonly file: string;
  readonly by: string;
  readonly now: Instant;
}

export function undoAdded(
  record: CampaignRecord,
  { attempts, messages }: Kept,
  { file, by, now }: Undoing,
): Change | 'contacted' | 'not-from-it' {
  const { origin, state } = record;
  if (origin.kind !== 'import' || origin.file !== file || state === 'deleted') return 'not-from-it';
  const contacted = record.attempts > 0 || record.lastContact !== undefined;
  if (contacted || record.current !== undefined || messages.length > 0) return 'contacted';
  const { privateTo: _owner, callParameters: _parameters, ...others } = rest(record, 'deleted');
  const nothing = { phones: [], emails: [], fields: {}, parameters: {}, undone: true } as const;
  // a call that was ordered and taken back was none, but it names the number
  const erase = attempts.length > 0 ? ({ toErase: true } as const) : {};
  const because = `${by} undid the import of ${file}`;
  return {
    before: record,
    after: changed({ ...others, ...nothing, ...erase }, now),
    entries: [{ type: 'record.deleted', at: now, because }],
  };
}
