// Work that goes on after the request for it was answered: an import of a file, a copy of records.
// Its progress is kept for a week after it has ended.
import type { CampaignId, RecordId } from './ids.ts';
import type { Instant } from './instant.ts';

interface JobFacts {
  readonly campaign: CampaignId;
  readonly id: string;
  /** Counts changes, from 1. */
  readonly version: number;
  readonly state: 'waiting' | 'running' | 'finished';
  readonly startedAt: Instant;
  readonly changedAt: Instant;
}

/** Its id is the name of the file. */
export interface ImportJob extends JobFacts {
  readonly kind: 'import';
  /** Rows so far, by what became of them. */
  readonly rows: number;
  readonly imported: number;
  readonly present: number;
  readonly duplicates: number;
  readonly rejected: number;
  /** Of those imported, people at a cap, who are due later. */
  readonly held?: number | undefined;
}

/** Where a list of records was left. */
interface CopyCursor {
  readonly createdAt: Instant;
  readonly record: RecordId;
}

interface Continuously {
  /** When the pass that is under way, or the last one, has begun. */
  readonly passAt: Instant;
  /** When a pass last looked at everybody: people change, too. */
  readonly wholeAt: Instant;
  /** Whoever was added before was looked at; missing in a pass over everybody. */
  readonly seenUntil?: Instant | undefined;
}

/** Records of another campaign, on their way into this one (CAM-30). */
export interface CopyJob extends JobFacts {
  readonly kind: 'copy';
  readonly from: CampaignId;
  readonly by: string;
  readonly of:
    | { readonly kind: 'all' }
    /** Conditions as they were asked for; of a saved filter, as the last pass found them. */
    | {
        readonly kind: 'filter';
        readonly conditions: object;
        readonly saved?: { readonly filter: string; readonly version: number };
      }
    | { readonly kind: 'selection'; readonly records: readonly RecordId[] };
  /** The field that holds the number to dial; the record's own numbers follow it. */
  readonly numberFrom?: string | undefined;
  readonly keepsOwners: boolean;
  /** Of a list, where it goes on; of a selection, how many are done. */
  readonly after?: CopyCursor | undefined;
  readonly done: number;
  /** It goes on taking people who are added, until it is stopped. */
  readonly continuously?: Continuously | undefined;
  /** Why its last pass took nobody. */
  readonly problem?: string | undefined;
  /** Records looked at: those that match and those that do not. */
  readonly looked: number;
  readonly added: number;
  /** In the passes before this one, of a copy that goes on. */
  readonly addedBefore?: number | undefined;
  /** There already: the same person. */
  readonly present: number;
  readonly refused: number;
  /** Of the first few that were refused: why. */
  readonly refusals: readonly { readonly record: RecordId; readonly reason: string }[];
}

export type BackgroundJob = ImportJob | CopyJob;
export type JobKind = BackgroundJob['kind'];
