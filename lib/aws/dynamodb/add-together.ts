// Changes of several records written together: as many of them in one transaction as it takes, so a
// file of people, or the calls of a tick, cost a small part of the requests. Each is there as a
// whole, with its entries, or not at all. One that is refused, say because the record is there
// already, refuses its transaction, which is written again without it.
import type { Committed } from '../../domain/model/change.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import { invariant } from '../../domain/model/invariant.ts';
import type { Dynamo, Write } from './document-table.ts';
import type { Key } from './items.ts';

/** All that is written of one record, and what it adds to the counters of its campaign. */
export interface RecordWrites {
  readonly campaign: CampaignId;
  readonly writes: readonly Write[];
  readonly counts: Readonly<Record<string, number>>;
  /** What a refusal of one of the writes means; a conflict when missing. */
  readonly refused?: readonly Committed[];
}

/** @returns the write that adds to the counters of a campaign */
type Counted = (campaign: CampaignId, counts: Readonly<Record<string, number>>) => readonly Write[];

/** TransactWriteItems takes so many items, of 4 MB together; JSON of them is a little longer. */
const MOST_WRITES = 100;
const MOST_BYTES = 3_000_000;

type Db = Pick<Dynamo, 'transact'>;

/** @returns by place of the addition */
export async function addTogether(
  db: Db,
  additions: readonly RecordWrites[],
  counted: Counted,
): Promise<readonly Committed[]> {
  const results: Results = new Map();
  await Promise.all(grouped(additions).map((group) => addGroup(db, group, counted, results)));
  return additions.map((addition) => results.get(addition) ?? 'committed');
}

/**
 * The same, with writes in the transaction of the first that is not refused: once they are, nothing
 * is written.
 * @param along by the places of those that are refused
 */
export async function addInTurn(
  db: Db,
  additions: readonly RecordWrites[],
  counted: Counted,
  along: (refused: ReadonlySet<number>) => readonly Write[],
): Promise<{
  readonly committed: readonly Committed[];
  readonly along: 'written' | 'refused' | 'left';
}> {
  const results: Results = new Map();
  const place = new Map(additions.map((addition, n) => [addition, n]));
  // what the state packs for it takes as long as all the rest of a tick's writes
  const withAll = along(new Set());
  const withRest = () =>
    results.size === 0
      ? withAll
      : along(new Set([...results.keys()].map((each) => place.get(each) ?? -1)));
  const answer = () => additions.map((addition) => results.get(addition) ?? 'committed');
  const groups = grouped(additions, MOST_WRITES - withAll.length);
  for (const [n, group] of groups.entries()) {
    const written = await addGroup(db, group, counted, results, withRest);
    if (written === 'overtaken')
      return { committed: additions.map(() => 'conflict'), along: 'refused' };
    if (written === 'none') continue;
    await Promise.all(groups.slice(n + 1).map((each) => addGroup(db, each, counted, results)));
    return { committed: answer(), along: 'written' };
  }
  return { committed: answer(), along: 'left' };
}

/** Of additions that were refused. */
type Results = Map<RecordWrites, Committed>;

/**
 * In their order; the counters of each campaign take one write of a group, and no item is named
 * twice in it: two records may have one number.
 */
function grouped(
  additions: readonly RecordWrites[],
  most = MOST_WRITES,
): readonly (readonly RecordWrites[])[] {
  const groups: RecordWrites[][] = [];
  let [writes, bytes] = [Number.POSITIVE_INFINITY, 0];
  let named = new Set<string>();
  let campaigns = new Set<CampaignId>();
  for (const addition of additions) {
    const size = Buffer.byteLength(JSON.stringify(addition.writes));
    const { length } = addition.writes;
    const items = addition.writes.map(nameOf);
    const counters = campaigns.add(addition.campaign).size;
    const isFull = writes + length + counters > most || bytes + size > MOST_BYTES;
    if (isFull || items.some((item) => named.has(item))) {
      groups.push([]);
      [writes, bytes] = [0, 0];
      named = new Set();
      campaigns = new Set([addition.campaign]);
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
  db: Db,
  group: readonly RecordWrites[],
  counted: Counted,
  results: Results,
  along: () => readonly Write[] = () => [],
): Promise<'written' | 'none' | 'overtaken'> {
  let left = group;
  while (left.length > 0) {
    const owners = left.flatMap((of) => of.writes.map((_, n) => ({ of, n })));
    const counters = [...Map.groupBy(left, ({ campaign }) => campaign)].flatMap(([campaign, of]) =>
      counted(campaign, sumOf(of)),
    );
    const writes = [...left.flatMap((addition) => addition.writes), ...counters];
    const refused = await db.transact([...writes, ...along()]);
    if (refused.length === 0) return 'written';
    if (refused.some((place) => place >= writes.length)) return 'overtaken';
    for (const place of refused) {
      const owner = owners[place];
      invariant(owner !== undefined, 'counters have no condition');
      const { of, n } = owner;
      const meaning = of.refused?.[n] ?? 'conflict';
      if (results.get(of) !== 'conflict') results.set(of, meaning);
    }
    left = left.filter((addition) => !results.has(addition));
  }
  return 'none';
}

function sumOf(additions: readonly RecordWrites[]): Readonly<Record<string, number>> {
  const sums: Record<string, number> = {};
  for (const { counts } of additions)
    for (const [name, by] of Object.entries(counts)) sums[name] = (sums[name] ?? 0) + by;
  return sums;
}
