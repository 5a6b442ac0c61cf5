// Which records of one campaign are due next. Moved and removed entries stay in the heap until they
// come up, so every change costs a logarithm and no call scans the records.
import { Heap } from './heap.ts';

interface Entry<K> {
  readonly key: K;
  readonly at: number;
  readonly order: number;
}

export class DueIndex<K> {
  private readonly live = new Map<K, Entry<K>>();
  private readonly heap = new Heap<Entry<K>>(
    (a, b) => a.at < b.at || (a.at === b.at && a.order < b.order),
  );
  private count = 0;

  /** @param at epoch milliseconds; undefined takes the key out */
  set(key: K, at: number | undefined): void {
    if (at === undefined) {
      this.live.delete(key);
      return;
    }
    if (this.live.get(key)?.at === at) return;
    const entry = { key, at, order: this.count++ };
    this.live.set(key, entry);
    this.heap.push(entry);
  }

  /** When the first key is due (epoch ms); undefined when the index is empty. */
  next(): number | undefined {
    for (let first = this.heap.peek(); first; first = this.heap.peek()) {
      if (this.live.get(first.key) === first) return first.at;
      this.heap.pop();
    }
    return undefined;
  }

  /**
   * The first keys up to and including `until` (epoch ms), oldest first; they stay in the index.
   */
  first(until: number, limit: number): readonly K[] {
    return this.apart(until, limit, (found) => found.map(({ key }) => key));
  }

  /** When the first key after `until` is due; undefined, too, when so many are due before. */
  nextAfter(until: number, limit: number): number | undefined {
    return this.apart(until, limit, ({ length }) => (length < limit ? this.next() : undefined));
  }

  /** While those found are out of the heap. */
  private apart<T>(until: number, limit: number, look: (found: readonly Entry<K>[]) => T): T {
    const found: Entry<K>[] = [];
    while (found.length < limit) {
      const next = this.heap.peek();
      if (next === undefined || next.at > until) break;
      this.heap.pop();
      if (this.live.get(next.key) === next) found.push(next);
    }
    const seen = look(found);
    for (const entry of found) this.heap.push(entry);
    return seen;
  }
}

/** Due records by their rank, the first rank first; within one, the oldest. */
export class RankedDueIndex<K> {
  private readonly ranks = new Map<number, DueIndex<K>>();
  private readonly rankOf = new Map<K, number>();
  /** The ranks in use, in order. */
  private order: readonly number[] = [];

  /** @param at epoch milliseconds; undefined takes the key out */
  set(key: K, rank: number, at: number | undefined): void {
    const before = this.rankOf.get(key);
    if (before !== undefined && (before !== rank || at === undefined)) {
      this.ranks.get(before)?.set(key, undefined);
    }
    if (at === undefined) {
      this.rankOf.delete(key);
      return;
    }
    this.rankOf.set(key, rank);
    this.indexOf(rank).set(key, at);
  }

  next(): number | undefined {
    const all = [...this.ranks.values()].flatMap((index) => index.next() ?? []);
    return all.length === 0 ? undefined : Math.min(...all);
  }

  /** @param limit keys of a rank that are passed over at most */
  nextAfter(until: number, limit: number): number | undefined {
    const all = [...this.ranks.values()].flatMap((index) => index.nextAfter(until, limit) ?? []);
    return all.length === 0 ? undefined : Math.min(...all);
  }

  /** The first keys up to and including `until` (epoch ms); they stay in the index. */
  first(until: number, limit: number): readonly K[] {
    const found: K[] = [];
    for (const rank of this.order) {
      if (found.length >= limit) break;
      found.push(...(this.ranks.get(rank)?.first(until, limit - found.length) ?? []));
    }
    return found;
  }

  private indexOf(rank: number): DueIndex<K> {
    const known = this.ranks.get(rank);
    if (known) return known;
    const index = new DueIndex<K>();
    this.ranks.set(rank, index);
    this.order = [...this.ranks.keys()].toSorted((a, b) => a - b);
    return index;
  }
}
