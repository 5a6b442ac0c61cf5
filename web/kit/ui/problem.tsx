// What went wrong, in the words of the API, with what to do about it.
import { ApiProblem } from '../api/problem.ts';
import { useKitLanguage } from '../language.tsx';
import { Button } from './button.tsx';

interface Props {
  readonly error: Error;
  readonly retry?: (() => void) | undefined;
}

export function ProblemNote({ error, retry }: Props) {
  const { t } = useKitLanguage();
  const { title, reasons, remedy } = useWords(error);
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

function useWords(error: Error) {
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
      ...errors.map((one) => `${one.pointer}: ${say(one.detail)}`),
    ],
    // one that names parts of a request is for whoever wrote it
    remedy: remedy?.includes('`') ? undefined : remedy && say(remedy),
  };
}

/** Several reasons stand in one text, with semicolons between them. */
const reasonsIn = (detail = ''): readonly string[] =>
  detail.split('; ').filter((reason) => reason !== '');
