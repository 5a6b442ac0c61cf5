// What a running function knows of the buckets of due records: before which moment nothing in them
// is due. Most looks find nothing, and a bucket was read some minutes ahead, so the next ones need
// not read it. Whoever stores a record that is due within that time counts it on the item that
// lists the ranks, which every look reads: with another count, buckets are read again.

import type { Change } from '../../domain/model/change.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import type { Dynamo } from './document-table.ts';
import { anyShard } from './key-shards.ts';
import { dueSoonKey, placeInIndex } from './record-items.ts';

/** Seconds after the moment asked for up to which a bucket is read. */
const AHEAD = 300;
/** Looks are ahead of the clock as well, by up to a minute: twice as much is certainly enough. */
const SOON = 2 * AHEAD;
/** Milliseconds for which the index may lag behind a record that was counted. */
const INDEX_LAG = 5000;

interface Known {
  /** The count that was read before the bucket. */
  readonly soon: number;
  /** When the bucket was first read under that count. */
  readonly since: Instant;
  /** The moments looked at last, and of the first record after it, or as far as it was read. */
  readonly until: Instant;
  readonly next: Instant;
}

export const readAheadOf = (until: Instant): Instant => plus(until, AHEAD);

export class NothingDue {
  private readonly known = new Map<string, Known>();

  /** @param soon the count as it is now */
  includes(bucket: string, until: Instant, soon: number): boolean {
    const known = this.known.get(bucket);
    if (known === undefined || known.soon !== soon) return false;
    return until < known.next && until >= known.since && known.until - known.since >= INDEX_LAG;
  }

  /** @param next undefined when something is due */
  note(bucket: string, until: Instant, soon: number, next: Instant | undefined): void {
    const before = this.known.get(bucket);
    if (next === undefined) this.known.delete(bucket);
    else {
      const since = before?.soon === soon ? before.since : until;
      this.known.set(bucket, { soon, since, until, next });
    }
  }
}

/** Whether the record has come to a bucket, or forward in it, and is due within that time. */
export function isDueSoon(
  { before, after }: Pick<Change, 'before' | 'after'>,
  shards: number,
): boolean {
  const [from, to] = [before && placeInIndex(before, shards), placeInIndex(after, shards)];
  if (after.nextContact === undefined || to?.at !== after.nextContact) return false;
  // of several shards it may have been in another, in which a deployment before has put it
  if (shards === 1 && from?.bucket === to.bucket && from.at <= to.at) return false;
  return after.nextContact < plus(after.updatedAt, SOON);
}

/** Counts, for each campaign once, that changes have made records due soon. */
export async function countDueSoon(
  db: Pick<Dynamo, 'update'>,
  table: string,
  changes: readonly Pick<Change, 'before' | 'after'>[],
  shards: number,
): Promise<void> {
  const campaigns = new Set(
    changes.filter((change) => isDueSoon(change, shards)).map(({ after }) => after.campaign),
  );
  const counts = [...campaigns].map((campaign) =>
    db.update({
      TableName: table,
      Key: dueSoonKey(campaign, anyShard(shards)),
      UpdateExpression: 'ADD dueSoon :one',
      ExpressionAttributeValues: { ':one': 1 },
      ReturnValues: 'NONE',
    }),
  );
  await Promise.all(counts);
}
