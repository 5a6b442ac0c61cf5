// One callback rule or IVR, drawn, with how many went which way today.
import { useState } from 'react';
import { LIVE, useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';
import { countsOf } from './counts.ts';
import type { Graph } from './drawing.tsx';
import { GraphView } from './graph-view.tsx';
import { drawnPath } from './jumps.ts';
import { litPath } from './lit.ts';
import { passedUntil, type StepPlace } from './scenario-steps.ts';
import { Scenarios } from './scenarios.tsx';

export const kindOf = (kind: string): Graph['kind'] => (kind === 'ivr' ? 'ivr' : 'rule');

export function GraphPage({ kind, id }: { kind: string; id: string }) {
  const { t } = useConsole();
  const asked = useAsk('readGraph', { params: { kind: kindOf(kind), id } });
  return (
    <Page
      title={asked.data?.body.name ?? id}
      crumbs={[{ says: t('console.graphs'), href: to('/graphs') }]}
    >
      <Asked of={asked} data={asked.data?.body}>
        {(graph) => <Today graph={graph} />}
      </Asked>
    </Page>
  );
}

function Today({ graph }: { graph: Graph }) {
  const { t, format } = useConsole();
  const { kind, id, version } = graph;
  const [wanted, want] = useState(version);
  const asked = useAsk('readGraphCounts', { params: { kind, id } }, { every: LIVE });
  const { items = [] } = asked.data?.body ?? {};
  const scenarios = useAsk('listScenarios', { params: { kind, id } }).data?.body.items ?? [];
  const [place, go] = useState<StepPlace>();
  const played = place && scenarios[place.scenario];
  const path = played && drawnPath(graph, passedUntil(played, place.step));
  const found = items.find((one) => one.version === wanted);
  const earlier = items.filter((one) => one.version !== version);
  return (
    <GraphView
      graph={graph}
      counts={played === undefined && found ? countsOf(graph, found) : undefined}
      lit={path && litPath(path, path.at(-1))}
    >
      {scenarios.length > 0 && <Scenarios graph={graph} scenarios={scenarios} at={place} go={go} />}
      <p className="decided" role="status">
        {asked.data !== undefined &&
          t(kind === 'ivr' ? 'graphs.calls' : 'graphs.records', { n: found?.count ?? 0 })}
      </p>
      {earlier.length > 0 && (
        <label className="field inline">
          <span>{t('graphs.version')}</span>
          <select value={wanted} onChange={({ target }) => want(target.value)}>
            <option value={version}>{t('graphs.deployed', { version })}</option>
            {earlier.map((one) => (
              <option key={one.version} value={one.version}>
                {t('graphs.earlier', { version: one.version, count: format.number(one.count) })}
              </option>
            ))}
          </select>
        </label>
      )}
    </GraphView>
  );
}
