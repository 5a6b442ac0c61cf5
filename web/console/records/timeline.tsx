// What happened to a record, the latest first, and why where something was decided.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { useConsole } from '../language.ts';
import { Gates } from './gates.tsx';

type Moment = ItemOf<'readTimeline'>;

export function Timeline({ moments }: { moments: readonly Moment[] }) {
  const { t, format } = useConsole();
  return (
    <ol className="timeline">
      {moments.toReversed().map(({ at, lastAt, times, type, says, gates }) => (
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
            <small className="soft mono">{type}</small>
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
