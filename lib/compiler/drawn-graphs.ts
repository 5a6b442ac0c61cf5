// Callback rules and IVRs as graphs with positions, from top to bottom. The same definitions give
// the same picture.
import { Graph, layout } from '@dagrejs/dagre';
import type { DrawnEdge, DrawnGraph } from '../domain/model/drawn-graph.ts';
import type { Definitions } from '../language/definitions.ts';
import type { Places } from '../language/places.ts';
import { compileRule } from './compile-rule.ts';
import { lineAround, lineToItself } from './drawn-lines.ts';
import { ivrGraph } from './ivr/ivr-graph.ts';
import { ivrVersion } from './ivr/ivr-version.ts';
import { ruleGraph } from './rule-graph.ts';

const NODE = { width: 168, height: 48 };
/** Of a letter of a label, about. */
const LETTER = 7;
const LINE = 16;

interface Exit {
  readonly on: string;
  readonly to: string;
}

interface Plain {
  readonly id: string;
  readonly kind: string;
  readonly label?: string | undefined;
  readonly exits: readonly Exit[];
  readonly line?: number;
}

/** @param places where everything is written; without them the files are all that is told */
export function drawnGraphs(definitions: Definitions, places?: Places): readonly DrawnGraph[] {
  const lineOf = (...path: readonly string[]) =>
    places === undefined ? {} : { line: places.keyAt(path).line };
  const { rules, ivrs } = definitions;
  return [
    ...Object.entries(rules).map(([id, rule]) => {
      const { start, nodes } = ruleGraph(rule);
      const plain = [...nodes.values()].map((node) => ({
        ...node,
        kind: node.tile.kind,
        label: node.tile.label,
        ...lineOf('rules', id, 'tiles', node.id),
      }));
      const { version } = compileRule(id, rule, definitions);
      return drawn(
        { kind: 'rule', id, name: rule.name, version, file: `rules/${id}.yaml`, starts: [start] },
        plain,
      );
    }),
    ...Object.entries(ivrs).map(([id, ivr]) => {
      const { starts, nodes } = ivrGraph(ivr);
      const plain = [...nodes.values()].map((node) => ({
        ...node,
        kind: node.block.kind,
        ...lineOf('ivrs', id, 'blocks', node.id),
      }));
      const version = ivrVersion(ivr);
      return drawn(
        { kind: 'ivr', id, name: ivr.name, version, file: `ivrs/${id}.yaml`, starts },
        plain,
      );
    }),
  ];
}

function drawn(
  what: Pick<DrawnGraph, 'kind' | 'id' | 'name' | 'version' | 'file' | 'starts'>,
  nodes: readonly Plain[],
): DrawnGraph {
  const graph = new Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'TB',
    nodesep: 28,
    ranksep: 44,
    edgesep: 16,
    marginx: 16,
    marginy: 16,
  });
  for (const { id } of nodes) graph.setNode(id, { ...NODE });
  const edges = nodes.flatMap(({ id, exits }) => together(id, exits));
  for (const { from, to, on } of edges)
    if (graph.hasNode(to))
      graph.setEdge(from, to, { width: on.length * LETTER, height: LINE, labelpos: 'c' }, on);
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  const rows = new Set(nodes.map(({ id }) => placed(graph.node(id)).y));
  return {
    ...what,
    width: Math.ceil(width),
    height: Math.ceil(height),
    nodeWidth: NODE.width,
    nodeHeight: NODE.height,
    nodes: nodes
      .map(({ id, kind, label, line }) => ({
        ...{ id, kind },
        ...(label !== undefined && { label }),
        ...(line !== undefined && { line }),
        ...placed(graph.node(id)),
      }))
      .toSorted((a, b) => a.y - b.y || a.x - b.x),
    edges: edges.flatMap((edge) => edgeOf(graph, rows, edge)),
  };
}

interface Together extends Exit {
  readonly from: string;
}

/** Exits of one node to the same other one are one line. */
function together(from: string, exits: readonly Exit[]): readonly Together[] {
  return [...Map.groupBy(exits, ({ to }) => to)].map(([to, same]) => ({
    from,
    to,
    on: same.map(({ on }) => on).join(', '),
  }));
}

function edgeOf(
  graph: Graph,
  rows: ReadonlySet<number>,
  { from, to, on }: Together,
): readonly DrawnEdge[] {
  const edge = graph.edge(from, to, on);
  if (edge === undefined) return [];
  const label = placed(edge);
  const [begins, ends] = [placed(graph.node(from)), placed(graph.node(to))];
  const points =
    from === to
      ? lineToItself(begins, label, NODE)
      : lineAround((edge.points ?? []).map(placed), begins, ends, rows, NODE);
  return [{ from, to, on, points: points.map(placed), label }];
}

const placed = ({ x = 0, y = 0 }: { readonly x?: number; readonly y?: number }) => ({
  x: Math.round(x),
  y: Math.round(y),
});
