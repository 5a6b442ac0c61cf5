import { readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ivrGraph } from '../../../../lib/compiler/ivr/ivr-graph.ts';
import { ruleGraph } from '../../../../lib/compiler/rule-graph.ts';
import { Block } from '../../../../lib/language/schema/ivr.ts';
import { Tile } from '../../../../lib/language/schema/rule.ts';
import { countsOf, edgeName } from '../../../../web/console/graphs/counts.ts';
import { drawnPath } from '../../../../web/console/graphs/jumps.ts';
import { litPath } from '../../../../web/console/graphs/lit.ts';
import { passedUntil } from '../../../../web/console/graphs/scenario-steps.ts';
import { tilesEn } from '../../../../web/console/graphs/texts/tiles-en.ts';
import { exampleFolder, loadExample } from '../../../support/example.ts';

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

it('kinds of tiles and blocks and their own ways out have words', async () => {
  const kinds = [...Tile.options, ...Block.options].map(({ shape }) => shape.kind.value);
  const folders = readdirSync(exampleFolder('.')).map(exampleFolder);
  const examples = await Promise.all(folders.map(loadExample));
  const nodes = examples.flatMap(({ definitions: { rules, ivrs } }) => [
    ...Object.values(rules).flatMap((rule) => [...ruleGraph(rule).nodes.values()]),
    ...Object.values(ivrs).flatMap((ivr) => [...ivrGraph(ivr).nodes.values()]),
  ]);
  // what stands deeper in a tile is named by its author
  const ways = nodes.flatMap(({ exits }) =>
    exits.filter(({ path }) => path.length === 1).map(({ on }) => on),
  );

  const wanted = [...kinds.map((kind) => `tile.${kind}`), ...ways.map((way) => `exit.${way}`)];

  expect(ways.length).toBeGreaterThan(50);
  expect(wanted.filter((key) => !(key in tilesEn))).toEqual([]);
});
