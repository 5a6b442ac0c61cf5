import { describe, expect, it } from 'vitest';
import { isDueSoon, NothingDue } from '../../../../lib/aws/dynamodb/nothing-due.ts';
import { aRecord, at, changed, NOW, taken } from '../../../support/records.ts';

describe('a bucket', () => {
  it('holds nothing due up to the next record, once two looks far enough apart say so', () => {
    const nothing = new NothingDue();
    nothing.note('b', NOW, 1, at(100));
    const afterOne = nothing.includes('b', at(10), 1);
    nothing.note('b', at(4), 1, at(100));
    const tooSoon = nothing.includes('b', at(10), 1);
    nothing.note('b', at(5), 1, at(100));

    expect([afterOne, tooSoon, nothing.includes('b', at(10), 1)]).toEqual([false, false, true]);
    expect(nothing.includes('b', at(99), 1)).toBe(true);
    expect(nothing.includes('b', at(100), 1)).toBe(false);
    expect(nothing.includes('other', at(10), 1)).toBe(false);
  });

  it('is read again once a record due soon was counted, and twice before that is believed', () => {
    const nothing = new NothingDue();
    for (const seconds of [0, 5]) nothing.note('b', at(seconds), 1, at(100));

    expect(nothing.includes('b', at(10), 2)).toBe(false);
    nothing.note('b', at(10), 2, at(100));
    expect(nothing.includes('b', at(15), 2)).toBe(false);
  });

  it('is read again while something in it is due, and for a moment before it was read', () => {
    const nothing = new NothingDue();
    for (const seconds of [0, 5]) nothing.note('b', at(seconds), 1, at(100));

    expect(nothing.includes('b', at(-1), 1)).toBe(false);
    nothing.note('b', at(6), 1, undefined);
    expect(nothing.includes('b', at(7), 1)).toBe(false);
  });
});

describe('a record', () => {
  const ann = aRecord();

  it('is due soon when it comes to the list, and its call is minutes away at most', () => {
    const due = (seconds: number) => aRecord('ann', { nextContact: at(seconds) });

    expect(
      [0, 599, 600].map((seconds) => isDueSoon({ before: undefined, after: due(seconds) }, 1)),
    ).toEqual([...[true, true, false]]);
    expect(isDueSoon({ before: taken(ann), after: { ...due(0), version: 3 } }, 1)).toBe(true);
  });

  it('is no news where it stays or goes back, and no longer due when it is taken', () => {
    expect(isDueSoon({ before: ann, after: changed(ann) }, 1)).toBe(false);
    expect(isDueSoon({ before: ann, after: changed(ann, { nextContact: at(60) }) }, 1)).toBe(false);
    expect(isDueSoon({ before: ann, after: taken(ann) }, 1)).toBe(false);
  });

  it('is news wherever it stays in a large centre: a deployment before may have had it elsewhere', () => {
    expect(isDueSoon({ before: ann, after: changed(ann) }, 3)).toBe(true);
    expect(isDueSoon({ before: ann, after: taken(ann) }, 3)).toBe(false);
  });

  it('is news where it comes forward, or to another rank', () => {
    const later = aRecord('ann', { nextContact: at(60) });

    expect(isDueSoon({ before: later, after: changed(later, { nextContact: NOW }) }, 1)).toBe(true);
    expect(isDueSoon({ before: ann, after: changed(ann, { weight: 5 }) }, 1)).toBe(true);
  });
});
