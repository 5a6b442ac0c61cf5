import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Partition } from '../../../../../lib/local/dynamodb/engine/partition.ts';
import type { StoredItem } from '../../../../../lib/local/dynamodb/engine/values.ts';

const item = (n: number): StoredItem => ({ n: { N: String(n) } });

const change = fc.record({
  kind: fc.constantFrom('insert', 'insert', 'replace', 'remove'),
  at: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
});

describe('a partition', () => {
  it('keeps its items in order, however many pieces they come to be in', () => {
    fc.assert(
      fc.property(
        fc.array(change, { maxLength: 200 }),
        fc.integer({ min: 1, max: 5 }),
        (all, usual) => {
          const [partition, list] = [new Partition(usual), [] as StoredItem[]];
          all.forEach(({ kind, at }, n) => {
            const place = Math.floor(at * (list.length + (kind === 'insert' ? 1 : 0)));
            if (kind !== 'insert' && list.length === 0) return;
            if (kind === 'insert') partition.insert(place, item(n));
            else if (kind === 'replace') partition.replace(place, item(n));
            else partition.remove(place);
            if (kind === 'remove') list.splice(place, 1);
            else list.splice(place, kind === 'replace' ? 1 : 0, item(n));
          });

          expect(partition.length).toBe(list.length);
          expect(list.map((_, n) => partition.at(n))).toEqual(list);
          expect(partition.at(list.length)).toBeUndefined();
        },
      ),
      { numRuns: 300 },
    );
  });
});
