// What went wrong, in the words of the API, with what to do about it.
import { ApiProblem } from '../api/problem.ts';
import { useKitLanguage } from '../language.tsx';
import { Button } from './button.tsx';
import type { PlaceOf } from './places.ts';

interface Props {
  readonly error: Error;
  readonly retry?: (() => void) | undefined;
  readonly placeOf?: PlaceOf | undefined;
}

export function ProblemNote({ error, retry, placeOf }: Props) {
  const { t } = useKitLanguage();
  const { title, reasons, remedy } = useWords(error, placeOf);
  return (
    <div className="note problem" role="alert">
      <p className="note-title">{title}</p>
      {reasons.length > 0 && (
        <ul>
          {reasons.map((reason) => (
            <li key={reason}>{reason}</li>
          ))}
        </ul>
      )}
      {remedy !== undefined && <p className="note-remedy">{remedy}</p>}
      {retry !== undefined && <Button onPress={retry}>{t('kit.retry')}</Button>}
    </div>
  );
}

function useWords(error: Error, placeOf?: PlaceOf) {
  const { t, format } = useKitLanguage();
  if (!(error instanceof ApiProblem)) return { title: t('kit.problem.failed'), reasons: [] };
  const { code, title, detail, remedy, errors = [] } = error.facts;
  if (code === 'unreachable' || code === 'failed' || code === 'too-many')
    return { title: t(`kit.problem.${code}`), reasons: [] };
  const say = format.sentence;
  return {
    title: say(title),
    reasons: [
      ...reasonsIn(detail).map(say),
      ...errors.map((one) => atPlace(placeOf?.(one.pointer), say(one.detail))),
    ],
    // one that names parts of a request is for whoever wrote it
    remedy: remedy?.includes('`') ? undefined : remedy && say(remedy),
  };
}

export const atPlace = (place: string | undefined, reason: string): string =>
  place === undefined ? reason : `${place}: ${reason}`;

/** Several reasons stand in one text, with semicolons between them. */
const reasonsIn = (detail = ''): readonly string[] =>
  detail.split('; ').filter((reason) => reason !== '');
