// New records are stored in as few transactions as take them.
import { describe, expect, it } from 'vitest';
import {
  addInTurn,
  addTogether,
  type RecordWrites,
} from '../../../../lib/aws/dynamodb/add-together.ts';
import type { Write } from '../../../../lib/aws/dynamodb/document-table.ts';
import { add, put } from '../../../../lib/aws/dynamodb/writes.ts';
import { type CampaignId, campaignId } from '../../../../lib/domain/model/ids.ts';

const spring = campaignId('spring');

const counted = (campaign: CampaignId, counts: Readonly<Record<string, number>>) => [
  add('records', { pk: `counts#${campaign}`, sk: '00' }, counts),
];

/** A record of so many items. */
const person = (name: string, items = 3, text = ''): RecordWrites => ({
  campaign: spring,
  writes: Array.from({ length: items }, (_, n) => put('records', { pk: name, sk: `${n}`, text })),
  counts: { new: 1 },
});

const people = (count: number): RecordWrites[] =>
  Array.from({ length: count }, (_, n) => person(`r${n}`));

const nameOf = ({ Put }: Write): string | undefined => Put?.Item?.pk;

/** @param there people who are on record already */
function database(there: readonly string[] = []) {
  const transactions: (readonly Write[])[] = [];
  const transact = async (writes: readonly Write[]) => {
    transactions.push(writes);
    return writes.flatMap((write, n) => (there.includes(nameOf(write) ?? '') ? [n] : []));
  };
  return { db: { transact }, transactions };
}

describe('adding records together', () => {
  it('fills a transaction up to a hundred items, with one write of the counters in each', async () => {
    const { db, transactions } = database();

    const outcomes = await addTogether(db, people(70), counted);

    expect(new Set(outcomes)).toEqual(new Set(['committed']));
    expect(transactions.map((writes) => writes.length)).toEqual([100, 100, 13]);
    expect(transactions.map((writes) => writes.at(-1))).toEqual(
      [33, 33, 4].flatMap((sum) => counted(spring, { new: sum })),
    );
  });

  it('has one write of the counters of each campaign in a transaction', async () => {
    const { db, transactions } = database();
    const autumn = campaignId('autumn');
    const others = people(40).map((each, n) => (n % 2 ? { ...each, campaign: autumn } : each));

    await addTogether(db, others, counted);

    expect(transactions.map((writes) => writes.length)).toEqual([98, 26]);
    expect(transactions.map((writes) => writes.slice(-2))).toEqual([
      [...counted(spring, { new: 16 }), ...counted(autumn, { new: 16 })],
      [...counted(spring, { new: 4 }), ...counted(autumn, { new: 4 })],
    ]);
  });

  it('keeps a transaction below what DynamoDB takes in bytes', async () => {
    const { db, transactions } = database();
    const large = Array.from({ length: 8 }, (_, n) => person(`r${n}`, 1, 'x'.repeat(700_000)));

    await addTogether(db, large, counted);

    expect(transactions.map((writes) => writes.length)).toEqual([5, 5]);
  });

  it('writes a transaction again without those who are there, in the order they came', async () => {
    const { db, transactions } = database(['r1', 'r3']);

    expect(await addTogether(db, people(5), counted)).toEqual([
      'committed',
      'conflict',
      'committed',
      'conflict',
      'committed',
    ]);
    expect(transactions.map((writes) => writes.length)).toEqual([16, 10]);
    expect(transactions.at(-1)?.at(-1)).toEqual(counted(spring, { new: 3 })[0]);
  });

  it('names no item twice in a transaction', async () => {
    const { db, transactions } = database();
    const shares = (name: string): RecordWrites => ({
      ...person(name, 1),
      writes: [put('records', { pk: name, sk: '0' }), put('runtime', { pk: 'number', sk: 'n' })],
    });

    await addTogether(db, [shares('r0'), person('r1', 1), shares('r2')], counted);

    expect(transactions.map((writes) => writes.length)).toEqual([4, 3]);
  });

  it('says what the refusal of a write means, a conflict before anything else', async () => {
    const { db } = database(['taken', 'both']);
    const refused = ['number-taken', 'conflict'] as const;
    const taken = { ...person('taken', 1), refused: ['number-taken'] as const };

    expect(await addTogether(db, [taken, person('r1', 1)], counted)).toEqual([
      'number-taken',
      'committed',
    ]);
    expect(await addTogether(db, [{ ...person('both', 2), refused }], counted)).toEqual([
      'conflict',
    ]);
  });

  it('writes nothing where everybody is there', async () => {
    const { db, transactions } = database(['r0', 'r1']);

    expect(await addTogether(db, people(2), counted)).toEqual(['conflict', 'conflict']);
    expect(transactions).toHaveLength(1);
  });
});

describe('adding records with a write that goes along', () => {
  it('makes that once, and anew only when one of them is refused', async () => {
    const asked: (readonly number[])[] = [];
    const along = (refused: ReadonlySet<number>) => {
      asked.push([...refused]);
      return [put('records', { pk: 'campaign', sk: 'state', without: [...refused] })];
    };
    const [free, taken] = [database(), database(['r1'])];

    await addInTurn(free.db, people(2), counted, along);
    await addInTurn(taken.db, people(2), counted, along);

    expect(asked).toEqual([[], [], [1]]);
    expect(taken.transactions.at(-1)?.at(-1)?.Put?.Item?.without).toEqual([1]);
  });
});
