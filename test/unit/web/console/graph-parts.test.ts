import { expect, it } from 'vitest';
import { countsOf, edgeName } from '../../../../web/console/graphs/counts.ts';
import { drawnPath } from '../../../../web/console/graphs/jumps.ts';
import { litPath } from '../../../../web/console/graphs/lit.ts';
import { passedUntil } from '../../../../web/console/graphs/scenario-steps.ts';

const graph = {
  nodes: ['menu', 'again', 'bye'].map((id) => ({
    id,
    kind: id === 'again' ? 'jump' : 'menu',
    x: 0,
    y: 0,
  })),
  edges: [
    { from: 'menu', to: 'again' },
    { from: 'again', to: 'menu' },
    { from: 'menu', to: 'bye' },
  ].map((edge) => ({ ...edge, on: '', points: [], label: { x: 0, y: 0 } })),
};

it('a way leads through the jumps between two tiles, where they are not joined at once', () => {
  expect(drawnPath(graph, ['menu', 'menu', 'bye'])).toEqual(['menu', 'again', 'menu', 'bye']);
  expect(drawnPath(graph, ['menu', 'gone', 'bye'])).toEqual(['menu', 'gone', 'bye']);
});

it('counts go through jumps as well', () => {
  const counts = countsOf(graph, {
    tiles: { menu: 3, bye: 1 },
    ways: [
      { from: 'menu', to: 'menu', count: 2 },
      { from: 'menu', to: 'bye', count: 1 },
    ],
  });

  expect(counts.tiles.get('again')).toBe(2);
  expect(counts.edges.get(edgeName('menu', 'again'))).toBe(2);
  expect(counts.edges.get(edgeName('again', 'menu'))).toBe(2);
  expect(counts.edges.get(edgeName('menu', 'bye'))).toBe(1);
});

it('counts are found by tile and by line, with the most of all', () => {
  const counts = countsOf(graph, {
    tiles: { status: 5, later: 3 },
    ways: [{ from: 'status', to: 'later', count: 3 }],
  });

  expect(counts.tiles.get('status')).toBe(5);
  expect(counts.edges.get(edgeName('status', 'later'))).toBe(3);
  expect(counts.most).toBe(5);
  expect(countsOf(graph, { tiles: {}, ways: [] }).most).toBe(0);
});

it('a path lights its tiles and the lines between them, and no others', () => {
  const { tiles, edges, now } = litPath(['a', 'b', 'c'], 'b');

  expect([...tiles]).toEqual(['a', 'b', 'c']);
  expect([...edges]).toEqual([edgeName('a', 'b'), edgeName('b', 'c')]);
  expect(now).toBe('b');
});

it('a scenario is followed to the step that is shown, within the call it belongs to', () => {
  const at = (tile: string, call: number) => ({ tile, call, facts: [] });
  const steps = [at('status', 1), at('later', 1), at('status', 2), at('done', 2)];
  const scenario = { name: 'twice', file: 'rules/a.test.yaml', line: 1, passed: true, steps };

  expect(passedUntil(scenario, 1)).toEqual(['status', 'later']);
  expect(passedUntil(scenario, 2)).toEqual(['status']);
  expect(passedUntil(scenario, 3)).toEqual(['status', 'done']);
});
