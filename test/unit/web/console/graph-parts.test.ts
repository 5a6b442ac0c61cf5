import { expect, it } from 'vitest';
import { countsOf, edgeName } from '../../../../web/console/graphs/counts.ts';
import { litPath } from '../../../../web/console/graphs/lit.ts';

it('counts are found by tile and by line, with the most of all', () => {
  const counts = countsOf({
    tiles: { status: 5, later: 3 },
    ways: [{ from: 'status', to: 'later', count: 3 }],
  });

  expect(counts.tiles.get('status')).toBe(5);
  expect(counts.edges.get(edgeName('status', 'later'))).toBe(3);
  expect(counts.most).toBe(5);
  expect(countsOf({ tiles: {}, ways: [] }).most).toBe(0);
});

it('a path lights its tiles and the lines between them, and no others', () => {
  const { tiles, edges, now } = litPath(['a', 'b', 'c'], 'b');

  expect([...tiles]).toEqual(['a', 'b', 'c']);
  expect([...edges]).toEqual([edgeName('a', 'b'), edgeName('b', 'c')]);
  expect(now).toBe('b');
});
