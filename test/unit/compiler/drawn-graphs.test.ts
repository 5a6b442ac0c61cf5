// Callback rules and IVRs laid out as graphs.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawnGraphs } from '../../../lib/compiler/drawn-graphs.ts';
import type { DrawnGraph } from '../../../lib/domain/model/drawn-graph.ts';
import { anyRule } from '../../support/any-rule.ts';
import { definitions, type RuleInput } from '../../support/definitions.ts';
import { exampleFolder, loadExample } from '../../support/example.ts';

const RULE = {
  name: 'Twice',
  start: 'status',
  tiles: {
    status: {
      kind: 'call-status',
      paths: { 'not-answered': 'later', busy: 'later', answered: 'done' },
      otherwise: 'done',
    },
    later: { kind: 'recontact', after: '2 h', next: 'status' },
    done: { kind: 'close-record' },
  },
} as const satisfies RuleInput;

const graphOf = (kind: DrawnGraph['kind'], centre: Parameters<typeof definitions>[0] = {}) => {
  const found = drawnGraphs(definitions(centre)).find((graph) => graph.kind === kind);
  if (!found) throw new Error(`no ${kind}`);
  return found;
};

describe('a drawn callback rule', () => {
  it('has a place for each tile, within the picture, and none on another', () => {
    const { nodes, width, height, nodeWidth, nodeHeight } = graphOf('rule', {
      rule: RULE,
    });

    for (const { x, y } of nodes) {
      expect(x - nodeWidth / 2).toBeGreaterThanOrEqual(0);
      expect(x + nodeWidth / 2).toBeLessThanOrEqual(width);
      expect(y - nodeHeight / 2).toBeGreaterThanOrEqual(0);
      expect(y + nodeHeight / 2).toBeLessThanOrEqual(height);
    }
    for (const [n, one] of nodes.entries())
      for (const other of nodes.slice(n + 1))
        expect(
          Math.abs(one.x - other.x) >= nodeWidth || Math.abs(one.y - other.y) >= nodeHeight,
        ).toBe(true);
  });

  it('has the labels of its tiles, where they have one', () => {
    const { status, ...tiles } = RULE.tiles;
    const rule = { ...RULE, tiles: { ...tiles, status: { ...status, label: 'How it ended' } } };

    const { nodes } = graphOf('rule', { rule });

    expect(nodes.flatMap(({ id, label }) => (label === undefined ? [] : [[id, label]]))).toEqual([
      ['status', 'How it ended'],
    ]);
  });

  it('begins above, and has its tiles in reading order', () => {
    const { starts, nodes } = graphOf('rule', { rule: RULE });

    expect(starts).toEqual(['status']);
    expect(nodes[0]).toMatchObject({ id: 'status', kind: 'call-status' });
    expect(nodes.map(({ y }) => y)).toEqual(nodes.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  it('has one line for exits that lead to the same tile, and may go round', () => {
    const { edges } = graphOf('rule', { rule: RULE });

    const lines = edges.map(({ from, to, on }) => `${from} ${on} ${to}`);
    expect(lines).toContain('status not-answered, busy later');
    expect(lines.some((line) => line.startsWith('later ') && line.endsWith(' status'))).toBe(true);
    expect(edges.every(({ points }) => points.length >= 2)).toBe(true);
  });

  it('is the same for the same definitions', () => {
    const [one, other] = [0, 1].map(() => drawnGraphs(definitions({ rule: RULE })));

    expect(one).toEqual(other);
  });
});

interface Spot {
  readonly x: number;
  readonly y: number;
}

/** Where the page draws the line: curves that leave and enter every point straight up or down. */
const drawnSpots = (points: readonly Spot[]): readonly Spot[] =>
  points.slice(1).flatMap((to, n) => {
    const from = points[n] ?? to;
    const middle = (from.y + to.y) / 2;
    return Array.from({ length: 51 }, (_, step) => {
      const [t, u] = [step / 50, 1 - step / 50];
      const [a, b, c, d] = [u ** 3, 3 * u * u * t, 3 * u * t * t, t ** 3];
      return {
        x: (a + b) * from.x + (c + d) * to.x,
        y: a * from.y + (b + c) * middle + d * to.y,
      };
    });
  });

const tilesBehindLines = ({ nodes, edges, nodeWidth, nodeHeight }: DrawnGraph) =>
  edges.flatMap(({ from, to, points }) => {
    const spots = drawnSpots(points);
    return nodes
      .filter(({ id }) => id !== from && id !== to)
      .filter(({ x, y }) =>
        spots.some(
          (spot) => Math.abs(spot.x - x) < nodeWidth / 2 && Math.abs(spot.y - y) < nodeHeight / 2,
        ),
      )
      .map(({ id }) => `${from} > ${to} passes ${id}`);
  });

describe('the lines of a drawn graph', () => {
  it('pass no tile but those they join, in every example', async () => {
    for (const name of ['clinic-recall', 'medika-reception', 'policy-renewal']) {
      const { definitions: all } = await loadExample(exampleFolder(name));
      const graphs = drawnGraphs(all);

      expect(graphs.length).toBeGreaterThan(0);
      for (const graph of graphs) expect(tilesBehindLines(graph)).toEqual([]);
    }
  });

  it('pass no tile but those they join, in whatever rule', () => {
    fc.assert(
      fc.property(anyRule, (rule) => {
        const graphs = drawnGraphs({ ...definitions(), rules: { rule } });
        for (const graph of graphs) expect(tilesBehindLines(graph)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });
});

describe('a drawn IVR', () => {
  it('has its blocks, and begins where calls are answered', () => {
    const { id, starts, nodes } = graphOf('ivr', { inbound: {} });

    expect(id).toBe('reception');
    expect(starts).toHaveLength(1);
    expect(nodes.find((node) => node.id === starts[0])?.kind).toBe('answer');
  });
});
