import { describe, expect, it } from 'vitest';
import { type SeenBucket, SeenBuckets } from '../../../../lib/aws/dynamodb/seen-buckets.ts';
import { campaignId, recordId } from '../../../../lib/domain/model/ids.ts';
import { at, NOW } from '../../../support/records.ts';

const spring = campaignId('spring');
const POOL = { lead: spring, fence: 7 };
const ref = (name: string) => ({ campaign: spring, record: recordId(name) });
const item = (name: string, seconds: number) => ({
  ...{ pk: `spring/${name}`, sk: 'record', at: at(seconds) },
});

function seeing(bucket: Partial<SeenBucket> = {}) {
  const seen = new SeenBuckets();
  const orders = seen.ordersOf(POOL);
  seen.note('b', {
    ...{ campaign: spring, soon: 1, from: NOW, ahead: at(1800), next: undefined, orders },
    isSure: true,
    items: [item('ann', 0), item('ben', 100)],
    ...bucket,
  });
  const namesAt = (seconds: number, { soon = 1, turn = POOL, bucket = 'b' } = {}) => {
    const known = seen.of(bucket, at(seconds), soon, seen.ordersOf(turn));
    return known && 'items' in known ? known.items.map(({ pk }) => pk) : known;
  };
  return { seen, namesAt };
}

describe('a bucket', () => {
  it('holds nothing due up to its next record, whoever has ordered, once it was read', () => {
    const { namesAt } = seeing({ items: [item('ben', 100)] });

    expect(namesAt(99, { turn: { ...POOL, fence: 12 } })).toEqual({ nothingBefore: at(100) });
    expect(namesAt(100, { turn: { ...POOL, fence: 12 } })).toBeUndefined();
    expect(namesAt(10, { bucket: 'other' })).toBeUndefined();
  });

  it('holds nothing as far as it was read ahead when it was found empty', () => {
    const { namesAt } = seeing({ items: [] });

    expect([namesAt(1799), namesAt(1800)]).toEqual([{ nothingBefore: at(1800) }, undefined]);
  });

  it('is not read again for records it is known to hold, as long as nobody else orders', () => {
    const { namesAt } = seeing();

    expect(namesAt(5)).toEqual(['spring/ann', 'spring/ben']);
    expect(namesAt(5, { turn: { ...POOL, fence: 8 } })).toBeUndefined();
    expect(namesAt(6, { turn: { ...POOL, fence: 8 } })).toBeUndefined();
  });

  it('no longer holds what this function has ordered', () => {
    const { seen, namesAt } = seeing();

    seen.ordered(POOL, [ref('ann')]);

    expect(namesAt(5, { turn: { ...POOL, fence: 8 } })).toEqual({ nothingBefore: at(100) });
    expect(namesAt(101, { turn: { ...POOL, fence: 8 } })).toEqual(['spring/ben']);
  });

  it('is read again once a record due soon was counted, and for a moment before it was read', () => {
    const { namesAt } = seeing();

    expect([namesAt(5, { soon: 2 }), namesAt(-1)]).toEqual([undefined, undefined]);
  });

  it('is read again where the index may lag behind, and what it held is asked about ahead', () => {
    const { seen, namesAt } = seeing({ isSure: false });

    expect(namesAt(5)).toBeUndefined();
    expect(seen.dueOf(spring, at(5)).map(({ pk }) => pk)).toEqual(['spring/ann']);
  });

  it('is read again once one of its records is written otherwise', () => {
    const { seen, namesAt } = seeing();

    seen.changed([ref('cid')]);
    expect(namesAt(5)).toEqual(['spring/ann', 'spring/ben']);
    seen.changed([ref('ben')]);

    expect(namesAt(5)).toBeUndefined();
  });
});
