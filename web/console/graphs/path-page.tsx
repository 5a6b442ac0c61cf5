// The path of one record through its rule, or of one call through its IVR.
import { useAsk } from '../../kit/api/use-api.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import type { Graph } from './drawing.tsx';
import { kindOf } from './graph-page.tsx';
import { GraphView } from './graph-view.tsx';
import { drawnPath } from './jumps.ts';
import { labelOf } from './label-of.ts';
import { litPath } from './lit.ts';

interface Props {
  readonly kind: string;
  readonly id: string;
  readonly campaign: string;
  readonly record: string;
  readonly attempt: string;
}

interface Passed {
  readonly version: string;
  readonly path: readonly string[];
  /** What conditions saw, by tile. */
  readonly values: Readonly<Record<string, string | number | boolean>>;
  /** When, and what was then. */
  readonly moments: readonly { readonly says: string; readonly at: string }[];
}

export function PathPage({ kind, id, campaign, record, attempt }: Props) {
  const { t } = useConsole();
  const graph = useAsk('readGraph', { params: { kind: kindOf(kind), id } });
  const of = { campaign, record, attempt };
  const ran = useRule(of, kind !== 'ivr');
  const called = useCall(of, kind === 'ivr');
  const { asked, passed } = kind === 'ivr' ? called : ran;
  return (
    <Page
      title={graph.data?.body.name ?? id}
      crumbs={[
        { says: t('console.graphs'), href: to('/graphs') },
        { says: graph.data?.body.name ?? id, href: to('/graphs/{kind}/{id}', { kind, id }) },
        {
          says: t('graphs.ofRecord'),
          href: to('/campaigns/{campaign}/records/{record}', { campaign, record }),
        },
      ]}
    >
      <Asked of={graph} data={graph.data?.body}>
        {(drawn) => (
          <Asked of={asked} data={asked.data && { passed }}>
            {(found) =>
              found.passed === undefined ? (
                <p className="note">{t('graphs.noPath')}</p>
              ) : (
                <Lit graph={drawn} passed={found.passed} />
              )
            }
          </Asked>
        )}
      </Asked>
    </Page>
  );
}

function Lit({ graph, passed }: { graph: Graph; passed: Passed }) {
  const { t, format } = useConsole();
  const names = useNames();
  const { version, values, moments } = passed;
  const path = drawnPath(graph, passed.path);
  const kinds = new Map(graph.nodes.map(({ id, kind }) => [id, kind]));
  const saw = (value: string | number | boolean) =>
    typeof value === 'boolean' ? names.exit(value ? 'met' : 'unmet') : names.exit(String(value));
  return (
    <GraphView graph={graph} lit={litPath(path)}>
      {version !== graph.version && (
        <p className="note">{t('graphs.otherVersion', { version, drawn: graph.version })}</p>
      )}
      <Card title={t('graphs.path')}>
        <div className="stack">
          <ol className="path">
            {path.map((tile, n) => (
              // a call may come to a block more than once
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the path is what it is
              <li key={n}>
                <strong>{labelOf(graph, tile)}</strong>{' '}
                <span className="soft">{names.tile(kinds.get(tile) ?? '')}</span>
                {values[tile] !== undefined && (
                  <span className="soft">{t('graphs.saw', { value: saw(values[tile]) })}</span>
                )}
              </li>
            ))}
          </ol>
          <dl className="pairs">
            {moments.map(({ says, at }) => (
              <div key={says}>
                <dt>{says}</dt>
                <dd>
                  <time dateTime={at}>{format.exact(at)}</time>
                </dd>
              </div>
            ))}
          </dl>
        </div>
      </Card>
    </GraphView>
  );
}

type Of = Pick<Props, 'campaign' | 'record' | 'attempt'>;

function useRule({ campaign, record, attempt }: Of, enabled: boolean) {
  const { t } = useConsole();
  const asked = useAsk('readTimeline', { params: { campaign, record } }, { enabled });
  const found = asked.data?.body.items.find(({ ran }) => ran?.attempt === attempt);
  const passed: Passed | undefined = found?.ran && {
    ...found.ran,
    moments: [{ says: t('graphs.decided'), at: found.at }],
  };
  return { asked, passed };
}

function useCall({ campaign, record, attempt }: Of, enabled: boolean) {
  const { t } = useConsole();
  const asked = useAsk('listContacts', { params: { campaign, record } }, { enabled });
  const found = asked.data?.body.calls.find((call) => call.attempt === attempt);
  const moments = [
    { says: t('graphs.received'), at: found?.orderedAt },
    { says: t('graphs.answered'), at: found?.connectedAt },
    { says: t('graphs.ended'), at: found?.endedAt },
  ];
  const passed: Passed | undefined = found?.ivr && {
    ...found.ivr,
    values: {},
    moments: moments.flatMap(({ says, at }) => (at === undefined ? [] : [{ says, at }])),
  };
  return { asked, passed };
}
