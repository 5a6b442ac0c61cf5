// What happened to a record, the latest first, and why where something was decided.
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { to } from '../../kit/router.tsx';
import { PATH_PLACE } from '../graphs/path-place.ts';
import { useConsole } from '../language.ts';
import { Gates } from './gates.tsx';

type Moment = ItemOf<'readTimeline'>;

type OfPerson = ItemOf<'readPersonTimeline'>;

interface Props {
  readonly moments: readonly OfPerson[];
  /** Of campaigns, where there are several. */
  readonly nameOf?: (campaign: string) => string;
}

export const momentsOf = (
  of: { readonly campaign: string; readonly record: string },
  moments: readonly Moment[],
): readonly OfPerson[] => moments.map((moment) => ({ ...moment, ...of }));

export function Timeline({ moments, nameOf }: Props) {
  const { t, format } = useConsole();
  return (
    <ol className="timeline">
      {moments.toReversed().map(({ at, lastAt, times, type, says, gates, ran, ...of }) => (
        <li key={`${of.record} ${at} ${type} ${says}`} data-kind={type.split('.')[0]}>
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
            {nameOf !== undefined && (
              <>
                <a href={to('/campaigns/{campaign}/records/{record}', of)}>
                  {nameOf(of.campaign)}
                </a>{' '}
              </>
            )}
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
