// Counts kept by difference, as the table's counters are.
import type { Counts } from '../../domain/campaign-state.ts';
import { countsDelta } from '../../domain/counts.ts';
import type { Change } from '../../domain/ports.ts';

export class Counters {
  private readonly values = new Map<string, number>();

  apply(change: Change): void {
    for (const [name, by] of Object.entries(countsDelta(change))) {
      this.values.set(name, (this.values.get(name) ?? 0) + by);
    }
  }

  /** Without the counters that stand at zero. */
  snapshot(): Counts {
    return Object.fromEntries([...this.values].filter(([, value]) => value !== 0));
  }
}
