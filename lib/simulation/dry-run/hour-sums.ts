// Sums by the hour of simulated time. An hour is known by its first millisecond; hours in which
// nothing happened are not there.

export const HOUR = 3_600_000;

const hourOf = (at: number): number => Math.floor(at / HOUR) * HOUR;

export class HourSums<K extends string> {
  private readonly hours = new Map<number, Record<K, number>>();
  private readonly names: readonly K[];

  constructor(names: readonly K[]) {
    this.names = names;
  }

  add(at: number, name: K, by = 1): void {
    this.of(hourOf(at))[name] += by;
  }

  /** Spreads the milliseconds from `from` to `to` over the hours they lie in. */
  spread(from: number, to: number, name: K): void {
    for (let at = from; at < to; at = hourOf(at) + HOUR) {
      this.add(at, name, Math.min(to, hourOf(at) + HOUR) - at);
    }
  }

  addAll(hours: ReadonlyMap<number, Readonly<Record<K, number>>>): void {
    for (const [hour, sums] of hours)
      for (const name of this.names) this.add(hour, name, sums[name]);
  }

  entries(): ReadonlyMap<number, Readonly<Record<K, number>>> {
    return this.hours;
  }

  private of(hour: number): Record<K, number> {
    const found = this.hours.get(hour);
    if (found) return found;
    const made = Object.fromEntries(this.names.map((name) => [name, 0])) as Record<K, number>;
    this.hours.set(hour, made);
    return made;
  }
}
