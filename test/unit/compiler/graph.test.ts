import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reachedFrom, reversed } from '../../../lib/compiler/graph.ts';

const IDS = ['a', 'b', 'c', 'd', 'e'];
const EDGES: Readonly<Record<string, readonly string[]>> = {
  a: ['b', 'c'],
  b: ['d'],
  c: ['d'],
  d: ['b'],
  e: ['a'],
};
const following = (id: string) => EDGES[id] ?? [];

const anyGraph = fc.dictionary(
  fc.constantFrom(...IDS),
  fc.uniqueArray(fc.constantFrom(...IDS), { maxLength: 3 }),
  { noNullPrototype: true },
);

describe('what can be reached', () => {
  it('includes the start and leaves out what nothing leads to', () => {
    expect([...reachedFrom(['a'], following)].toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });

  it('is nothing without a start', () => {
    expect(reachedFrom([], following).size).toBe(0);
  });

  it('is from several starts what it is from each', () => {
    expect([...reachedFrom(['b', 'e'], following)].toSorted()).toEqual(IDS);
  });

  it('comes to an end in a chain of a hundred thousand', () => {
    const chain = (id: string) => (Number(id) < 100_000 ? [String(Number(id) + 1)] : []);

    expect(reachedFrom(['0'], chain).size).toBe(100_001);
  });
});

describe('the reversed graph', () => {
  it('leads from every node to those before it', () => {
    const preceding = reversed(IDS, following);

    expect(preceding('d')).toEqual(['b', 'c']);
    expect(preceding('e')).toEqual([]);
  });

  it('reaches a start from an end exactly when the graph reaches the end from the start', () => {
    fc.assert(
      fc.property(
        anyGraph,
        fc.constantFrom(...IDS),
        fc.constantFrom(...IDS),
        (graph, start, end) => {
          const next = (id: string) => graph[id] ?? [];
          const forwards = reachedFrom([start], next).has(end);

          expect(reachedFrom([end], reversed(IDS, next)).has(start)).toBe(forwards);
        },
      ),
    );
  });
});
