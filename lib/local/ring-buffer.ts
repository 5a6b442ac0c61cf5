// Histories are bounded, because a run of weeks would fill the memory with its own past.
/** How much of a run's history can be read afterwards, unless told otherwise. */
export const MOST_KEPT = 50_000;

/** Keeps what came last: a run of weeks must not fill the memory with its own history. */
export class RingBuffer<T> {
  private kept: T[] = [];
  private readonly limit: number;

  /** @param limit the oldest go when twice as many have come */
  constructor(limit: number) {
    this.limit = limit;
  }

  add(item: T): void {
    this.kept.push(item);
    if (this.kept.length >= 2 * this.limit) this.kept = this.kept.slice(-this.limit);
  }

  all(): readonly T[] {
    return [...this.kept];
  }
}
