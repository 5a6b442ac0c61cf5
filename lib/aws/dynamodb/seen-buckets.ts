// What a running function knows of the buckets of due records. A look reads a bucket some way ahead
// and further than a tick takes calls from it, so those that follow need not read it again. Whoever
// stores a record that is due within that time counts it on the item that lists the ranks, which
// every look reads: with another count, buckets are read again. That nothing is due stays true
// whoever takes records; which records are due is known as long as this function alone has ordered
// calls in the pool. A record that somebody else has changed meanwhile refuses its order by its
// version, and its bucket is read again.

import type { SeenTurn } from '../../application/ports/record-store.ts';
import type { CampaignId, RecordRef } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { Page } from './document-table.ts';
import type { Item } from './items.ts';
import { partitionOf } from './record-items.ts';

export interface SeenBucket {
  readonly campaign: CampaignId;
  /** The count of its rank that was read before the bucket. */
  readonly soon: number;
  /** The moment looked at first, and as far as the bucket was read ahead. */
  readonly from: Instant;
  readonly ahead: Instant;
  /** All that lies in it up to `ahead`, or to where `next` goes on, oldest first. */
  readonly items: readonly Item[];
  readonly next: Page['next'];
  /** Orders of others in the pool before (`ordersOf`); undefined when nobody has asked. */
  readonly orders: number | undefined;
  /** The index has all that was counted. */
  readonly isSure: boolean;
}

/** What need not be read. */
type Known =
  | { readonly nothingBefore: Instant }
  | Pick<SeenBucket, 'items' | 'next' | 'from' | 'ahead'>;

export class SeenBuckets {
  private readonly known = new Map<string, SeenBucket>();
  private readonly pools = new Map<CampaignId, { fence: number; orders: number }>();

  /** How often others have ordered in the pool, as far as this function has seen. */
  ordersOf(turn: SeenTurn | undefined): number | undefined {
    if (turn === undefined) return undefined;
    const pool = this.pools.get(turn.lead) ?? { fence: turn.fence, orders: 0 };
    this.pools.set(turn.lead, pool);
    if (pool.fence !== turn.fence) {
      pool.fence = turn.fence;
      pool.orders++;
    }
    return pool.orders;
  }

  /** This function has ordered calls of these records. */
  ordered({ lead, fence }: SeenTurn, refs: readonly RecordRef[]): void {
    const pool = this.pools.get(lead);
    if (pool?.fence === fence) pool.fence++;
    const gone = new Set(refs.map(partitionOf));
    for (const [bucket, seen] of this.known) {
      const items = seen.items.filter(({ pk }) => !gone.has(pk));
      if (items.length < seen.items.length) this.known.set(bucket, { ...seen, items });
    }
  }

  /**
   * @param soon the count as it is now
   * @param orders of others, as they are now
   */
  of(bucket: string, until: Instant, soon: number, orders: number | undefined): Known | undefined {
    const seen = this.known.get(bucket);
    if (seen === undefined || !seen.isSure || seen.soon !== soon) return undefined;
    // what it held is about people: it is not kept for longer than it may be of use
    if (until >= seen.ahead) this.known.delete(bucket);
    if (until < seen.from || until >= seen.ahead) return undefined;
    const [first] = seen.items;
    const isEnd = seen.next === undefined;
    if (first === undefined ? isEnd : Number(first.at) > until)
      return { nothingBefore: first === undefined ? seen.ahead : instant(Number(first.at)) };
    return orders !== undefined && seen.orders === orders ? seen : undefined;
  }

  /** Records of a campaign that are probably due. */
  dueOf(campaign: CampaignId, until: Instant): readonly Item[] {
    return [...this.known.values()]
      .filter((seen) => seen.campaign === campaign && until < seen.ahead)
      .flatMap(({ items }) => items.filter(({ at }) => Number(at) <= until));
  }

  note(bucket: string, seen: SeenBucket): void {
    this.known.set(bucket, seen);
  }

  /** Records that are written otherwise, or whose order was refused: they may lie elsewhere. */
  changed(refs: readonly RecordRef[]): void {
    const changed = new Set(refs.map(partitionOf));
    for (const [bucket, { items }] of this.known)
      if (items.some(({ pk }) => changed.has(pk))) this.known.delete(bucket);
  }
}
