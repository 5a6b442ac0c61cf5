// How far a copy has come, and what came of it.
import type { Answer } from '../../kit/api/operation-types.ts';
import { useAsk } from '../../kit/api/use-api.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Badge } from '../../kit/ui/badge.tsx';
import { useConsole } from '../language.ts';

/** ms */
const OFTEN = 1000;
const COUNTS = ['looked', 'added', 'present', 'refused'] as const;

export function CopyProgress({ campaign, copy }: { campaign: string; copy: string }) {
  const { t, format } = useConsole();
  const asked = useAsk('readCopy', { params: { campaign, copy } }, { every: OFTEN });
  return (
    <Asked of={asked} data={asked.data?.body}>
      {(read) => (
        <>
          <p role="status">
            <Badge tone={read.state === 'finished' ? 'good' : 'calm'}>
              {t(`copies.state.${read.state}`)}
            </Badge>
          </p>
          <dl className="figures">
            {COUNTS.map((count) => (
              <div key={count}>
                <dt>{t(`copies.${count}`)}</dt>
                <dd>{format.number(read[count === 'added' ? 'addedInAll' : count])}</dd>
              </div>
            ))}
          </dl>
          {read.continuously && <p className="soft">{t('copies.passes')}</p>}
          <Refusals of={read} />
        </>
      )}
    </Asked>
  );
}

/** Why people were refused; the API names the first. */
export function Refusals({ of: { refusals, problem } }: { of: Answer<'readCopy'> }) {
  const { t, format } = useConsole();
  const reasons = new Map<string, number>();
  for (const { reason } of refusals) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return (
    <>
      {problem !== undefined && <p className="note problem">{format.sentence(problem)}</p>}
      {reasons.size > 0 && (
        <details>
          <summary>{t('copies.why')}</summary>
          <ul className="bullets">
            {[...reasons].map(([reason, n]) => (
              <li key={reason}>
                {format.sentence(reason)} ({format.number(n)})
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}
