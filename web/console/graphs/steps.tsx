// The steps of a graph as a list, with where each leads: what the picture says in words.
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { type Counts, edgeName, NO_COUNTS } from './counts.ts';
import type { Graph } from './drawing.tsx';
import { labelOf } from './label-of.ts';
import type { Lit } from './lit.ts';
import { SourceLink } from './source-link.tsx';

interface Props {
  readonly graph: Graph;
  readonly counts?: Counts | undefined;
  readonly lit?: Lit | undefined;
  readonly selected?: string | undefined;
  readonly show: (tile: string) => void;
}

export function Steps({ graph, counts = NO_COUNTS, lit, selected, show }: Props) {
  const { t, format } = useConsole();
  const names = useNames();
  const { file, nodes, edges, starts } = graph;
  return (
    <Card title={t('graphs.steps')}>
      <ol className="steps">
        {nodes.map(({ id, kind, label = id, line }) => {
          const leads = edges.filter(({ from }) => from === id);
          const n = counts.tiles.get(id);
          return (
            <li key={id} data-selected={selected === id || undefined}>
              <p>
                <Button kind="plain" onPress={() => show(id)}>
                  {label}
                </Button>
                <span className="soft">{names.tile(kind)}</span>
                {starts.includes(id) && <span className="badge off">{t('graphs.begins')}</span>}
                {lit?.tiles.has(id) === true && (
                  <span className="badge good">{t('graphs.onPath')}</span>
                )}
                {n !== undefined && (
                  <strong className="went">
                    <span aria-hidden="true">{format.number(n)}</span>
                    <span className="hidden">{t('graphs.went', { n })}</span>
                  </strong>
                )}
              </p>
              {line !== undefined && <SourceLink file={file} line={line} />}
              {leads.length > 0 && (
                <ul>
                  {leads.map(({ to, on }) => {
                    const went = counts.edges.get(edgeName(id, to));
                    return (
                      <li key={to}>
                        <span>
                          {names.exits(on)} <span aria-hidden="true">→</span>
                          <span className="hidden">{t('graphs.leads')}</span> {labelOf(graph, to)}
                        </span>
                        {went !== undefined && (
                          <span className="number">{format.number(went)}</span>
                        )}
                      </li>
                    );
                  })}
                </ul>
              )}
            </li>
          );
        })}
      </ol>
    </Card>
  );
}
