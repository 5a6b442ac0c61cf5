// Counts kept by difference, as the table's counters are: a change subtracts what was and adds what is, so the
// sums reconcile by construction.
import type { Counts } from '../../domain/campaign-state.ts';
import type { Change } from '../../domain/ports.ts';
import type { CampaignRecord } from '../../domain/record.ts';

export class Counters {
  private readonly values = new Map<string, number>();

  apply(change: Change): void {
    this.record(change.before, -1);
    this.record(change.after, +1);
    this.count(callCounter(change.attempt?.before?.status), -1);
    this.count(callCounter(change.attempt?.after.status), +1);
    for (const { before, after } of change.messages ?? []) {
      if (before) this.count(`message:${before.content.kind}:${before.state}`, -1);
      this.count(`message:${after.content.kind}:${after.state}`, +1);
    }
  }

  /** Without the counters that stand at zero. */
  snapshot(): Counts {
    return Object.fromEntries([...this.values].filter(([, value]) => value !== 0));
  }

  private record(record: CampaignRecord | undefined, by: number): void {
    if (!record) return;
    this.count(record.state, by);
    if (record.success) this.count('success', by);
  }

  private count(name: string | undefined, by: number): void {
    if (name !== undefined) this.values.set(name, (this.values.get(name) ?? 0) + by);
  }
}

const callCounter = (status: string | undefined) => status && `call:${status}`;
