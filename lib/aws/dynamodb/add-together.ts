// New records stored together: as many of them in one transaction as it takes, so a file of people
// costs a small part of the requests. Each record is there as a whole, with its entries, or not at
// all. One that is there already refuses its transaction, which is written again without it.
import type { Committed } from '../../domain/model/change.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Dynamo, Write } from './document-table.ts';

/** All that is written of one record, and what it adds to the counters of its campaign. */
export interface RecordWrites {
  readonly writes: readonly Write[];
  readonly counts: Readonly<Record<string, number>>;
}

/** @returns the write that adds to the counters of the campaign all records are of */
type Counted = (counts: Readonly<Record<string, number>>) => readonly Write[];

/** TransactWriteItems takes so many items, of 4 MB together; JSON of them is a little longer. */
const MOST_WRITES = 100;
const MOST_BYTES = 3_000_000;

/** @returns by place of the addition */
export async function addTogether(
  db: Pick<Dynamo, 'transact'>,
  additions: readonly RecordWrites[],
  counted: Counted,
): Promise<readonly Committed[]> {
  const groups = await Promise.all(grouped(additions).map((group) => addGroup(db, group, counted)));
  return groups.flat();
}

/** In their order; the counters take one write of each group. */
function grouped(additions: readonly RecordWrites[]): readonly (readonly RecordWrites[])[] {
  const groups: RecordWrites[][] = [];
  let [writes, bytes] = [Number.POSITIVE_INFINITY, 0];
  for (const addition of additions) {
    const size = Buffer.byteLength(JSON.stringify(addition.writes));
    const { length } = addition.writes;
    if (writes + length >= MOST_WRITES || bytes + size > MOST_BYTES) {
      groups.push([]);
      [writes, bytes] = [0, 0];
    }
    groups.at(-1)?.push(addition);
    writes += length;
    bytes += size;
  }
  return groups;
}

async function addGroup(
  db: Pick<Dynamo, 'transact'>,
  group: readonly RecordWrites[],
  counted: Counted,
): Promise<readonly Committed[]> {
  let left = group;
  while (left.length > 0) {
    const owners = left.flatMap((addition) => addition.writes.map(() => addition));
    const writes = left.flatMap((addition) => addition.writes);
    const refused = await db.transact([...writes, ...counted(sumOf(left))]);
    if (refused.length === 0) break;
    const conflicts = new Set(refused.map((n) => owners[n]));
    invariant(!conflicts.has(undefined), 'counters have no condition');
    left = left.filter((addition) => !conflicts.has(addition));
  }
  const stored = new Set(left);
  return group.map((addition) => (stored.has(addition) ? 'committed' : 'conflict'));
}

function sumOf(additions: readonly RecordWrites[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { counts } of additions)
    for (const [name, by] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + by;
  return sums;
}
