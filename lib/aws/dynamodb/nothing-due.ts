// What a running function knows of the buckets of due records: before which moment nothing in them
// is due. Most looks find nothing, and a bucket was read some minutes ahead, so the next ones need
// not read it. Whoever stores a record that is due within that time counts it on the item that
// lists the ranks, which every look reads: with another count, buckets are read again.

import type { Change } from '../../domain/model/change.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import { callingRank } from '../../domain/records/next-records.ts';
import { AHEAD, isDueSoon } from '../../domain/records/rest.ts';
import type { Dynamo } from './document-table.ts';
import { anyShard } from './key-shards.ts';
import { dueSoonKey } from './record-items.ts';

/**
 * Milliseconds after which a record that was counted has been stored, and the index has it.
 */
export const IN_INDEX = 10_000;

interface Known {
  /** The count of its rank that was read before the bucket. */
  readonly soon: number;
  /** The moment looked at, and of the first record after it, or as far as the bucket was read. */
  readonly until: Instant;
  readonly next: Instant;
}

export const readAheadOf = (until: Instant): Instant => plus(until, AHEAD);

export class NothingDue {
  private readonly known = new Map<string, Known>();

  /**
   * When the first record of a bucket is due in which nothing is due yet, as far as is known.
   * @param soon the count as it is now
   */
  nextOf(bucket: string, until: Instant, soon: number): Instant | undefined {
    const known = this.known.get(bucket);
    if (known === undefined || known.soon !== soon) return undefined;
    return until >= known.until && until < known.next ? known.next : undefined;
  }

  /** @param next undefined when something is due, or the index may lag behind */
  note(bucket: string, until: Instant, soon: number, next: Instant | undefined): void {
    if (next === undefined) this.known.delete(bucket);
    else this.known.set(bucket, { soon, until, next });
  }
}

/** The count of one rank, beside that of all. */
export const dueSoonOf = (rank: number): string => `dueSoon${rank}`;

/** Counts, for each campaign once, that changes make records due soon. */
export async function countDueSoon(
  db: Pick<Dynamo, 'update'>,
  table: string,
  changes: readonly Pick<Change, 'before' | 'after'>[],
  shards: number,
): Promise<void> {
  // of several shards it may have been in another, in which a deployment before has put it
  const isSoon = (change: Pick<Change, 'before' | 'after'>) => isDueSoon(change, shards > 1);
  const byCampaign = Map.groupBy(changes.filter(isSoon), ({ after }) => after.campaign);
  const counts = [...byCampaign].map(([campaign, soon]) => {
    const names = [...new Set(soon.map(({ after }) => dueSoonOf(callingRank(after))))];
    return db.update({
      TableName: table,
      Key: dueSoonKey(campaign, anyShard(shards)),
      UpdateExpression: `ADD dueSoon :one, ${names.map((name) => `${name} :one`).join(', ')} SET countedAt = :at`,
      ExpressionAttributeValues: {
        ':one': 1,
        ':at': Math.max(...soon.map(({ after }) => after.updatedAt)),
      },
      ReturnValues: 'NONE',
    });
  });
  await Promise.all(counts);
}
