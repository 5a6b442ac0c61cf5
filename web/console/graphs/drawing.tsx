// A graph as it was laid out when the centre was compiled.
import type { Answer } from '../../kit/api/operation-types.ts';
import { useConsole } from '../language.ts';
import { curveThrough } from './curve.ts';

export type Graph = Answer<'readGraph'>;

/** Letters of an id that fit into a tile. */
const FIT = 21;

export function Drawing({ graph }: { graph: Graph }) {
  const { t } = useConsole();
  const { name, width, height, nodes, edges, nodeWidth, nodeHeight, starts, tiles } = graph;
  return (
    // it scrolls, so keys must reach it
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls takes the keys for it
    <section className="card drawing" aria-label={name} tabIndex={0}>
      <svg
        width={width}
        height={height}
        viewBox={`0 0 ${width} ${height}`}
        role="img"
        aria-label={`${name}: ${t('graphs.tiles', { n: tiles })}`}
      >
        <defs>
          <marker
            id="arrow"
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="7"
            markerHeight="7"
            orient="auto"
          >
            <path d="M0 0 8 4 0 8z" />
          </marker>
        </defs>
        {edges.map(({ from, to, points }) => (
          <path key={`${from} ${to}`} className="edge" d={curveThrough(points)} />
        ))}
        {nodes.map(({ id, kind, x, y }) => (
          <g
            key={id}
            className={starts.includes(id) ? 'node start' : 'node'}
            transform={`translate(${x - nodeWidth / 2} ${y - nodeHeight / 2})`}
          >
            <title>{`${id} (${kind})`}</title>
            <rect width={nodeWidth} height={nodeHeight} rx="7" />
            <text x="10" y="20" className="id">
              {id.length > FIT ? `${id.slice(0, FIT - 1)}…` : id}
            </text>
            <text x="10" y="37" className="kind">
              {kind}
            </text>
          </g>
        ))}
        {edges.map(({ from, to, on, label }) => (
          <text key={`${from} ${to}`} className="on" x={label.x} y={label.y} textAnchor="middle">
            {on}
          </text>
        ))}
      </svg>
    </section>
  );
}
