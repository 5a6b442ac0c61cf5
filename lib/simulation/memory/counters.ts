// Counts kept by difference, as the table's counters are. This runs with every commit of a
// simulation, so the common change, which leaves state and success as they were, costs nothing.

import type { Counts } from '../../domain/campaigns/campaign-state.ts';
import { countedState, countsDelta } from '../../domain/campaigns/counts.ts';
import type { Change } from '../../domain/model/change.ts';
import { type Counting, countedAttempts } from '../../domain/model/counted-attempts.ts';

export class Counters {
  private readonly values = new Map<string, number>();
  private last: Counts | undefined;

  apply(change: Counting & Pick<Change, 'messages'>): void {
    if (countsNothing(change)) return;
    this.last = undefined;
    for (const [name, by] of Object.entries(countsDelta(change))) {
      this.values.set(name, (this.values.get(name) ?? 0) + by);
    }
  }

  /** Without the counters that stand at zero. */
  snapshot(): Counts {
    this.last ??= Object.fromEntries([...this.values].filter(([, value]) => value !== 0));
    return this.last;
  }
}

/** Whether no counter moves with the change. */
export function countsNothing(change: Counting & Pick<Change, 'messages'>): boolean {
  const { before, after, messages } = change;
  return (
    before !== undefined &&
    countedState(before) === countedState(after) &&
    before.success === after.success &&
    messages === undefined &&
    countedAttempts(change).every(({ before, after }) => before?.status === after?.status)
  );
}
