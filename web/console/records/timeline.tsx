// What happened to a record, the latest first, and why where something was decided.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { to } from '../../kit/router.tsx';
import { PATH_PLACE } from '../graphs/path-place.ts';
import { useConsole } from '../language.ts';
import { Gates } from './gates.tsx';

type Moment = ItemOf<'readTimeline'>;

interface Props {
  readonly of: { readonly campaign: string; readonly record: string };
  readonly moments: readonly Moment[];
}

export function Timeline({ of, moments }: Props) {
  const { t, format } = useConsole();
  return (
    <ol className="timeline">
      {moments.toReversed().map(({ at, lastAt, times, type, says, gates, ran }) => (
        <li key={`${at} ${type} ${says}`} data-kind={type.split('.')[0]}>
          <p className="when">
            <time dateTime={at}>{format.exact(at)}</time>
            {times > 1 && (
              <small className="soft">
                {t('timeline.times', { n: times, until: format.exact(lastAt) })}
              </small>
            )}
          </p>
          <div>
            <p>{format.sentence(says)}</p>
            <small className="soft mono">{type}</small>{' '}
            {ran !== undefined && (
              <a href={to(PATH_PLACE, { kind: 'rule', id: ran.rule, ...of, attempt: ran.attempt })}>
                {t('graphs.open')}
              </a>
            )}
            {gates.length > 0 && (
              <details>
                <summary>{t('timeline.why')}</summary>
                <Gates gates={gates} />
              </details>
            )}
          </div>
        </li>
      ))}
    </ol>
  );
}
