// Counts calls in the units AWS bills, so that a local run can be priced.
/** One line of the bill before prices: what was called, by whom, how often. */
export interface MeterLine {
  readonly service: string;
  readonly action: string;
  /** Role name, or `administrator`. */
  readonly principal: string;
  readonly calls: number;
  /**
   * What AWS prices: 64 KB chunks (SQS, events), capacity units (DynamoDB), GB-seconds (Lambda);
   * else calls.
   */
  readonly units: number;
}

type Entry = { -readonly [K in keyof MeterLine]: MeterLine[K] };

/** Counts every call, so a local run can say what it would have cost (NEW-13). */
export class Meter {
  private readonly entries = new Map<string, Entry>();

  count(service: string, action: string, principal: string, units = 1, calls = 1): void {
    const key = `${service}:${action}:${principal}`;
    const entry = this.entries.get(key);
    if (!entry) {
      this.entries.set(key, { service, action, principal, calls, units });
      return;
    }
    entry.calls += calls;
    entry.units += units;
  }

  lines(): readonly MeterLine[] {
    return [...this.entries.values()].map((entry) => ({ ...entry }));
  }

  /** Calls of one action over all principals. */
  calls(service: string, action: string): number {
    return this.lines()
      .filter((line) => line.service === service && line.action === action)
      .reduce((sum, line) => sum + line.calls, 0);
  }

  reset(): void {
    this.entries.clear();
  }
}

/** SQS and EventBridge price by started 64 KB. */
export function chunksOf64KB(bytes: number): number {
  return Math.max(1, Math.ceil(bytes / 65_536));
}
