import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DueIndex } from '../../../../lib/simulation/memory/due-index.ts';

describe('the index of due keys', () => {
  it('gives the oldest first, equal ones as they came, and keeps them', () => {
    const index = new DueIndex<string>();
    for (const [key, at] of Object.entries({ late: 9, b: 5, a: 5, early: 1 })) index.set(key, at);

    const first = index.first(5, 10);

    expect(first).toEqual(['early', 'b', 'a']);
    expect(index.first(5, 10)).toEqual(first);
    expect(index.first(9, 2)).toEqual(['early', 'b']);
  });

  it('forgets a key that is taken out and moves one that is set again', () => {
    const index = new DueIndex<string>();
    index.set('ann', 1);
    index.set('ben', 2);
    index.set('ann', undefined);
    index.set('ben', 7);

    expect(index.first(6, 10)).toEqual([]);
    expect(index.next()).toBe(7);
    index.set('ben', undefined);
    expect(index.next()).toBeUndefined();
  });

  it('agrees with a sorted list, whatever is done to it', () => {
    const change = fc.tuple(fc.nat(8), fc.option(fc.nat(20), { nil: undefined }));
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 60 }),
        fc.nat(20),
        fc.nat(9),
        (changes, until, limit) => {
          const index = new DueIndex<number>();
          const model = new Map<number, number>();
          for (const [key, at] of changes) {
            index.set(key, at);
            if (at === undefined) model.delete(key);
            else model.set(key, at);
          }
          const due = [...model.values()].filter((at) => at <= until).toSorted((a, b) => a - b);

          const found = index.first(until, limit);

          expect(found.map((key) => model.get(key))).toEqual(due.slice(0, limit));
          expect(new Set(found).size).toBe(found.length);
          expect(index.next()).toBe([...model.values()].toSorted((a, b) => a - b)[0]);
        },
      ),
      { seed: 1, numRuns: 300 },
    );
  });
});
