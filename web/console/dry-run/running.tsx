// How far the runs are, and why one could not run.
import { Card } from '../../kit/ui/card.tsx';
import { useConsole } from '../language.ts';
import type { Run } from './use-dry-runs.ts';
import { variantName } from './variant.tsx';

export function Running({ runs }: { runs: readonly Run[] }) {
  const { t } = useConsole();
  const shown = runs.some(({ kind }) => kind !== 'ran');
  if (!shown) return null;
  return (
    <Card title={t('dry.progress')}>
      <div className="stack">
        {runs.map((run, n) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a run is its place
          <Progress key={n} name={runs.length > 1 ? variantName(n) : ''} run={run} />
        ))}
      </div>
    </Card>
  );
}

function Progress({ name, run }: { name: string; run: Run }) {
  const { t, format } = useConsole();
  const label = name === '' ? t('dry.progress') : t('dry.variant', { name });
  if (run.kind === 'failed')
    return (
      <p className="note problem" role="alert">
        {t('dry.failed')}
      </p>
    );
  if (run.kind === 'refused')
    return (
      <div className="note problem" role="alert">
        <p className="note-title">{t(`dry.refused.${run.because}`)}</p>
        <ul>
          {run.reasons.slice(0, 5).map((reason) => (
            <li key={reason}>{format.sentence(reason)}</li>
          ))}
        </ul>
      </div>
    );
  const {
    share = 0,
    at,
    calls = 0,
    left = 0,
  } = run.kind === 'ran' ? { share: 1 } : (run.progress ?? {});
  return (
    <div>
      <label className="progress">
        <span>{label}</span>
        <progress max={1} value={share} />
      </label>
      <p className="soft">
        {at === undefined
          ? format.percent(share)
          : t('dry.soFar', {
              share: format.percent(share),
              at: format.moment(new Date(at).toISOString()),
              calls: format.number(calls),
              left: format.number(left),
            })}
      </p>
    </div>
  );
}
