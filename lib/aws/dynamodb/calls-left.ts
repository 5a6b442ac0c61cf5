// Calls under way as this function has left them. A call is told of in up to five events, and most
// of them come to the same few functions: whoever took in the one before need not read what it has
// just written. A call that is over is forgotten, for others go on with it: its agent, its rule.
import type { LeftCall } from '../../application/ports/record-store.ts';
import { type Change, leavesRecord } from '../../domain/model/change.ts';
import type { AttemptId } from '../../domain/model/ids.ts';

const MOST = 1000;

export class CallsLeft {
  private readonly calls = new Map<AttemptId, LeftCall>();

  of(attempt: AttemptId): LeftCall | undefined {
    return this.calls.get(attempt);
  }

  /** @param committed whether the change was; a call somebody else has changed is read anew */
  note(change: Change, committed: boolean): void {
    const { after: record, attempt } = change;
    if (attempt === undefined) return;
    const { id, settled, timestamps } = attempt.after;
    this.calls.delete(id);
    const isOver = settled || timestamps.disconnected !== undefined;
    // a change that leaves its record says nothing of how that is by now
    if (!committed || isOver || leavesRecord(change)) return;
    this.calls.set(id, { record, attempt: attempt.after });
    const [oldest] = this.calls.keys();
    if (this.calls.size > MOST && oldest !== undefined) this.calls.delete(oldest);
  }
}
