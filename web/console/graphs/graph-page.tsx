// One callback rule or IVR, drawn, and its steps as a list.
import { useState } from 'react';
import { useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';
import { Canvas } from './canvas.tsx';
import type { Graph } from './drawing.tsx';
import { Steps } from './steps.tsx';
import { useViewport } from './use-viewport.ts';

export function GraphPage({ kind, id }: { kind: string; id: string }) {
  const { t } = useConsole();
  const params = { kind: kind === 'ivr' ? ('ivr' as const) : ('rule' as const), id };
  const asked = useAsk('readGraph', { params });
  return (
    <Page
      title={asked.data?.body.name ?? id}
      crumbs={[{ says: t('console.graphs'), href: to('/graphs') }]}
    >
      <Asked of={asked} data={asked.data?.body}>
        {(graph) => <Inside graph={graph} />}
      </Asked>
    </Page>
  );
}

const NOWHERE = { x: 0, y: 0 };

function Inside({ graph }: { graph: Graph }) {
  const [selected, select] = useState<string>();
  const start = graph.nodes.find(({ id }) => graph.starts.includes(id)) ?? NOWHERE;
  const at = useViewport(graph, start);
  const show = (tile: string) => {
    select(tile);
    at.show(graph.nodes.find(({ id }) => id === tile) ?? NOWHERE);
    at.region.current?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <div className="stack">
      <Canvas graph={graph} at={at} selected={selected} select={select} />
      <Steps graph={graph} selected={selected} show={show} />
    </div>
  );
}
