import type { Attempt } from './attempt.ts';
import type { AttemptId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { RecordEntry } from './journal.ts';
import type { Message } from './message.ts';
import type { CampaignRecord } from './record.ts';

/**
 * One change of a record, its attempt and its messages, with its journal entries: all or
 * nothing.
 */
export interface Change {
  /** The record as it was read; undefined when it must not exist yet. */
  readonly before: CampaignRecord | undefined;
  /** The same as before when only the attempt or a message changes; then there are no entries. */
  readonly after: CampaignRecord;
  readonly entries: readonly RecordEntry[];
  readonly attempt?: { readonly before: Attempt | undefined; readonly after: Attempt };
  readonly messages?: readonly { readonly before: Message | undefined; readonly after: Message }[];
  /** A record of another campaign that begins with it, in the same transaction. */
  readonly adds?: Change | undefined;
  /**
   * Takes the number for this attempt: no other attempt, of whatever campaign, may dial it until
   * then (DIA-7). `rested`: refused, too, while a call to it has ended after that moment.
   */
  readonly takeNumber?:
    | {
        readonly phone: string;
        readonly attempt: AttemptId;
        readonly now: Instant;
        readonly until: Instant;
        readonly rested?: Instant;
      }
    | undefined;
  /** `calledUntil`: when a call to it ended, after which it is to rest. */
  readonly freeNumber?:
    | {
        readonly phone: string;
        readonly attempt: AttemptId;
        readonly calledUntil?: Instant | undefined;
      }
    | undefined;
}

/** A change that may be written together with those of other records of its campaign. */
export type JoinedChange = Omit<Change, 'adds' | 'freeNumber'>;

/** Of a record that must not exist yet and was never contacted. */
export type Addition = Pick<Change, 'after' | 'entries'> & { readonly before: undefined };

/**
 * conflict: somebody changed the record, attempt or message first · number-taken: see takeNumber.
 */
export type Committed = 'committed' | 'conflict' | 'number-taken';

/** The record stays as it is and is not written: only its attempt or a message changes. */
export const leavesRecord = ({ before, after }: Pick<Change, 'before' | 'after'>): boolean =>
  before !== undefined && before === after;

/** What is kept of a record beside the record itself. */
export interface Kept {
  readonly attempts: readonly Attempt[];
  readonly messages: readonly Message[];
}

/** Whether the record comes to be in flight. */
export const beginsContact = ({ before, after }: Pick<Change, 'before' | 'after'>): boolean =>
  before?.current === undefined && after.current !== undefined;
