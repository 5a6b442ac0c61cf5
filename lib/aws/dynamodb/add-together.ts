// Changes of several records written together: as many of them in one transaction as it takes, so a
// file of people, or the calls of a tick, cost a small part of the requests. Each is there as a
// whole, with its entries, or not at all. One that is refused, say because the record is there
// already, refuses its transaction, which is written again without it.
import type { Committed } from '../../domain/model/change.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Dynamo, Write } from './document-table.ts';
import type { Key } from './items.ts';

/** All that is written of one record, and what it adds to the counters of its campaign. */
export interface RecordWrites {
  readonly writes: readonly Write[];
  readonly counts: Readonly<Record<string, number>>;
  /** What a refusal of one of the writes means; a conflict when missing. */
  readonly refused?: readonly Committed[];
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

/**
 * In their order; the counters take one write of each group, and no item is named twice in it: two
 * records may have one number.
 */
function grouped(additions: readonly RecordWrites[]): readonly (readonly RecordWrites[])[] {
  const groups: RecordWrites[][] = [];
  let [writes, bytes] = [Number.POSITIVE_INFINITY, 0];
  let named = new Set<string>();
  for (const addition of additions) {
    const size = Buffer.byteLength(JSON.stringify(addition.writes));
    const { length } = addition.writes;
    const items = addition.writes.map(nameOf);
    const isFull = writes + length >= MOST_WRITES || bytes + size > MOST_BYTES;
    if (isFull || items.some((item) => named.has(item))) {
      groups.push([]);
      [writes, bytes] = [0, 0];
      named = new Set();
    }
    groups.at(-1)?.push(addition);
    writes += length;
    bytes += size;
    for (const item of items) named.add(item);
  }
  return groups;
}

function nameOf({ Put, Update, Delete, ConditionCheck }: Write): string {
  const { pk, sk } = (Put?.Item ?? (Update ?? Delete ?? ConditionCheck)?.Key ?? {}) as Partial<Key>;
  return JSON.stringify([pk, sk]);
}

async function addGroup(
  db: Pick<Dynamo, 'transact'>,
  group: readonly RecordWrites[],
  counted: Counted,
): Promise<readonly Committed[]> {
  const results = new Map<RecordWrites, Committed>();
  let left = group;
  while (left.length > 0) {
    const owners = left.flatMap((of) => of.writes.map((_, n) => ({ of, n })));
    const writes = left.flatMap((addition) => addition.writes);
    const refused = await db.transact([...writes, ...counted(sumOf(left))]);
    if (refused.length === 0) break;
    for (const place of refused) {
      const owner = owners[place];
      invariant(owner !== undefined, 'counters have no condition');
      const { of, n } = owner;
      const meaning = of.refused?.[n] ?? 'conflict';
      if (results.get(of) !== 'conflict') results.set(of, meaning);
    }
    left = left.filter((addition) => !results.has(addition));
  }
  return group.map((addition) => results.get(addition) ?? 'committed');
}

function sumOf(additions: readonly RecordWrites[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { counts } of additions)
    for (const [name, by] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + by;
  return sums;
}
