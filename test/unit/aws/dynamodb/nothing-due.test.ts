import { describe, expect, it } from 'vitest';
import { NothingDue } from '../../../../lib/aws/dynamodb/nothing-due.ts';
import { at, NOW } from '../../../support/records.ts';

describe('a bucket', () => {
  it('holds nothing due up to the next record, once it was read', () => {
    const nothing = new NothingDue();
    nothing.note('b', NOW, 1, at(100));

    expect(nothing.nextOf('b', at(99), 1)).toBe(at(100));
    expect(nothing.nextOf('b', at(100), 1)).toBeUndefined();
    expect(nothing.nextOf('other', at(10), 1)).toBeUndefined();
  });

  it('is read again once a record due soon was counted', () => {
    const nothing = new NothingDue();
    nothing.note('b', NOW, 1, at(100));

    expect(nothing.nextOf('b', at(10), 2)).toBeUndefined();
  });

  it('is read again while something in it is due, and for a moment before it was read', () => {
    const nothing = new NothingDue();
    nothing.note('b', NOW, 1, at(100));

    expect(nothing.nextOf('b', at(-1), 1)).toBeUndefined();
    nothing.note('b', at(6), 1, undefined);
    expect(nothing.nextOf('b', at(7), 1)).toBeUndefined();
  });
});
