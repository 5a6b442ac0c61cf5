// A graph as it was laid out when the centre was compiled.
import type { Answer } from '../../kit/api/operation-types.ts';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { type Counts, edgeName, NO_COUNTS } from './counts.ts';
import { curveThrough } from './curve.ts';
import type { Lit } from './lit.ts';

export type Graph = Answer<'readGraph'>;

export interface Drawn {
  readonly graph: Graph;
  readonly counts?: Counts | undefined;
  /** The path of a record or a call; the rest is faint beside it. */
  readonly lit?: Lit | undefined;
  readonly selected?: string | undefined;
  readonly select?: (tile: string) => void;
}

/** Letters of a label that fit into a tile. */
const FIT = 21;
/** Of a letter of a label, as it was laid out. */
const LETTER = 7;
/** How much wider than the others the line is that everything went. */
const WIDEST = 4;

export function Drawing({ graph, counts = NO_COUNTS, lit, selected, select }: Drawn) {
  const { format } = useConsole();
  const names = useNames();
  const { nodes, edges, nodeWidth, nodeHeight, starts } = graph;
  const litOf = (is: boolean | undefined) => (lit === undefined ? undefined : is === true);
  return (
    <>
      <Arrows />
      {edges.map(({ from, to, points }) => {
        const isLit = litOf(lit?.edges.has(edgeName(from, to)));
        const share = (counts.edges.get(edgeName(from, to)) ?? 0) / (counts.most || 1);
        return (
          <path
            key={`${from} ${to}`}
            className="edge"
            data-lit={isLit}
            markerEnd={isLit === true ? 'url(#arrow-lit)' : 'url(#arrow)'}
            strokeWidth={1.5 + share * WIDEST}
            d={curveThrough(points)}
          />
        );
      })}
      {nodes.map(({ id, kind, label = id, x, y }) => {
        const n = counts.tiles.get(id);
        return (
          // biome-ignore lint/a11y/noStaticElementInteractions: the list does the same
          <g
            key={id}
            className={starts.includes(id) ? 'node start' : 'node'}
            data-lit={litOf(lit?.tiles.has(id))}
            data-now={lit?.now === id || undefined}
            data-selected={selected === id || undefined}
            transform={`translate(${x - nodeWidth / 2} ${y - nodeHeight / 2})`}
            onClick={() => select?.(id)}
          >
            <title>{`${label} (${names.tile(kind)})`}</title>
            <rect width={nodeWidth} height={nodeHeight} rx="7" />
            <text x="10" y="20" className="id">
              {label.length > FIT ? `${label.slice(0, FIT - 1)}…` : label}
            </text>
            <text x="10" y="38" className="kind">
              {names.tile(kind)}
            </text>
            {n !== undefined && (
              <text x={nodeWidth - 9} y="38" className="count" textAnchor="end">
                {format.number(n)}
              </text>
            )}
          </g>
        );
      })}
      {edges.map(({ from, to, on, label }) => {
        const n = counts.edges.get(edgeName(from, to));
        // what leads back to its own tile is beside it, not on its line
        const beside = from === to ? { x: label.x - (on.length * LETTER) / 2 } : {};
        return (
          <text
            key={`${from} ${to}`}
            className="on"
            data-lit={litOf(lit?.edges.has(edgeName(from, to)))}
            x={label.x}
            y={label.y + 4}
            textAnchor={from === to ? 'start' : 'middle'}
            {...beside}
          >
            {names.exits(on)}
            {n !== undefined && <tspan className="count">{` ${format.number(n)}`}</tspan>}
          </text>
        );
      })}
    </>
  );
}

const Arrows = () => (
  <defs>
    {['arrow', 'arrow-lit'].map((id) => (
      <marker
        key={id}
        id={id}
        viewBox="0 0 8 8"
        refX="7"
        refY="4"
        markerWidth="9"
        markerHeight="9"
        markerUnits="userSpaceOnUse"
        orient="auto"
      >
        <path d="M0 0 8 4 0 8z" />
      </marker>
    ))}
  </defs>
);
