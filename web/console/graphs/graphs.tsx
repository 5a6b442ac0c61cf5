// Callback rules and IVRs, each a graph.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';
import { Deployed } from './deployed.tsx';
import { SourceLink } from './source-link.tsx';

type Drawn = ItemOf<'listGraphs'>;

export function Graphs() {
  const { t } = useConsole();
  const asked = useAsk('listGraphs');
  return (
    <Page title={t('console.graphs')}>
      <Asked of={asked} data={asked.data?.body.items}>
        {(items) => (
          <div className="columns">
            <List title={t('graphs.rules')} items={items.filter(({ kind }) => kind === 'rule')} />
            <div className="stack">
              <List title={t('graphs.ivrs')} items={items.filter(({ kind }) => kind === 'ivr')} />
              <Deployed />
            </div>
          </div>
        )}
      </Asked>
    </Page>
  );
}

function List({ title, items }: { title: string; items: readonly Drawn[] }) {
  const { t } = useConsole();
  return (
    <Card title={title}>
      {items.length === 0 && <p className="soft">{t('graphs.none')}</p>}
      <ul className="contacts">
        {items.map(({ kind, id, name, tiles }) => (
          <li key={id}>
            <a className="strong" href={to('/graphs/{kind}/{id}', { kind, id })}>
              {name}
            </a>
            <small className="below">
              <SourceLink file={`${kind}s/${id}.yaml`} /> · {t('graphs.tiles', { n: tiles })}
            </small>
          </li>
        ))}
      </ul>
    </Card>
  );
}
