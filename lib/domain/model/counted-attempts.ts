// A contact counts, in totals and figures, once its record has gone on without it: then its rule
// has decided, and the counters are written once for all of it. A contact under way is seen with
// its record.
import type { Attempt } from './attempt.ts';
import type { Change } from './change.ts';
import type { AttemptId } from './ids.ts';
import type { CampaignRecord } from './record.ts';

/** What counting looks at. */
export type Counting = Pick<Change, 'before' | 'after' | 'attempt'> & {
  /** The attempt that the record leaves without a change of it. */
  readonly left?: Attempt | undefined;
};

export interface CountedAttempt {
  readonly before: Attempt | undefined;
  readonly after: Attempt | undefined;
}

/** Of each attempt, what counted before the change and what counts after it. */
export function countedAttempts(change: Counting): readonly CountedAttempt[] {
  const { before, after, attempt, left } = change;
  const changes = [attempt, left && { before: left, after: left }];
  return changes.flatMap((each) => {
    if (each === undefined) return [];
    return { before: unless(each.before, before), after: unless(each.after, after) };
  });
}

/** The attempt that the record leaves and that the change does not name. */
export function leftUnnamed({ before, after, attempt }: Counting): AttemptId | undefined {
  const was = before?.current?.attempt;
  return was === after.current?.attempt || was === attempt?.after.id ? undefined : was;
}

const unless = (attempt: Attempt | undefined, record: CampaignRecord | undefined) =>
  attempt !== undefined && record?.current?.attempt === attempt.id ? undefined : attempt;
