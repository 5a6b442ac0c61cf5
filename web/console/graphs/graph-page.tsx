// One callback rule or IVR, drawn; the same as a table for those who do not see the picture.
import { useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';
import { Drawing, type Graph } from './drawing.tsx';

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
        {(graph) => (
          <>
            <Drawing graph={graph} />
            <details>
              <summary>{t('graphs.table')}</summary>
              <Table graph={graph} />
            </details>
          </>
        )}
      </Asked>
    </Page>
  );
}

function Table({ graph: { name, nodes, edges } }: { graph: Graph }) {
  const { t } = useConsole();
  return (
    <div className="card table-wrap">
      <table>
        <caption className="hidden">{name}</caption>
        <thead>
          <tr>
            <th scope="col">{t('graphs.tile')}</th>
            <th scope="col">{t('graphs.kind')}</th>
            <th scope="col">{t('graphs.leads')}</th>
          </tr>
        </thead>
        <tbody>
          {nodes.map(({ id, kind }) => (
            <tr key={id}>
              <th scope="row">{id}</th>
              <td>{kind}</td>
              <td>
                {edges
                  .filter(({ from }) => from === id)
                  .map((edge) => `${edge.on} → ${edge.to}`)
                  .join('; ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
