// How far the import of a file has come.
import { useEffect } from 'react';
import { ApiProblem } from '../../kit/api/problem.ts';
import { useAsk } from '../../kit/api/use-api.ts';
import { Badge } from '../../kit/ui/badge.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';

interface Props {
  readonly campaign: string;
  readonly file: string;
  readonly finished: () => void;
}

const COUNTS = ['imported', 'present', 'duplicates', 'rejected'] as const;
/** ms */
const OFTEN = 1000;

export function ImportProgress({ campaign, file, finished }: Props) {
  const { t, format } = useConsole();
  const asked = useAsk('readImport', { params: { campaign, file } }, { every: OFTEN });
  const progress = asked.data?.body;
  const state = progress?.state ?? 'waiting';
  useEffect(() => {
    if (state === 'finished') finished();
  }, [state, finished]);
  // one that was just handed over is not known yet
  const isUnknown = asked.error instanceof ApiProblem && asked.error.facts.status === 404;
  return (
    <Card
      title={file}
      beside={
        <span role="status">
          <Badge tone={state === 'finished' ? 'good' : 'calm'}>{t(`imports.state.${state}`)}</Badge>
        </span>
      }
    >
      {asked.error && !isUnknown && <ProblemNote error={asked.error} />}
      <dl className="figures">
        {COUNTS.map((count) => (
          <div key={count}>
            <dt>{t(`imports.${count}`)}</dt>
            <dd>{format.number(progress?.[count] ?? 0)}</dd>
          </div>
        ))}
      </dl>
    </Card>
  );
}
