// A graph as a picture and as a list, side by side in what they show.
import { type ReactNode, useState } from 'react';
import { Canvas } from './canvas.tsx';
import type { Counts } from './counts.ts';
import type { Graph } from './drawing.tsx';
import type { Lit } from './lit.ts';
import { Steps } from './steps.tsx';
import { useViewport } from './use-viewport.ts';

interface Props {
  readonly graph: Graph;
  readonly counts?: Counts | undefined;
  readonly lit?: Lit | undefined;
  /** Between the picture and the list. */
  readonly children?: ReactNode;
}

const NOWHERE = { x: 0, y: 0 };

export function GraphView({ graph, counts, lit, children }: Props) {
  const [selected, select] = useState<string>();
  const start = graph.nodes.find(({ id }) => graph.starts.includes(id)) ?? NOWHERE;
  const at = useViewport(graph, start);
  const show = (tile: string) => {
    select(tile);
    at.show(graph.nodes.find(({ id }) => id === tile) ?? NOWHERE);
    at.region.current?.scrollIntoView({ block: 'nearest' });
  };
  const drawn = { graph, counts, lit, selected };
  return (
    <div className="stack">
      <Canvas {...drawn} at={at} select={select} />
      {children}
      <Steps {...drawn} show={show} />
    </div>
  );
}
