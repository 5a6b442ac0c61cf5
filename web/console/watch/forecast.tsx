// When the list of a campaign will be worked to its end, and from what that is reckoned.
import type { Answer } from '../../kit/api/operation-types.ts';
import { useAsk } from '../../kit/api/use-api.ts';
import { Card } from '../../kit/ui/card.tsx';
import { useConsole } from '../language.ts';

type Known = NonNullable<Answer<'readForecast'>['forecast']>;

/** ms; a rate of today moves slowly. */
const EVERY = 60_000;
const HOUR = 3_600_000;

export function Forecast({ campaign, runs }: { campaign: string; runs: boolean }) {
  const { t } = useConsole();
  const asked = useAsk('readForecast', { params: { campaign } }, { every: EVERY });
  if (asked.data === undefined) return null;
  const { forecast } = asked.data.body;
  return (
    <Card title={t('forecast.title')}>
      {forecast === undefined ? (
        <p className="soft">{t('forecast.none')}</p>
      ) : (
        <Reckoned {...forecast} runs={runs} />
      )}
    </Card>
  );
}

function Reckoned({
  left,
  callsToday,
  hoursToday,
  callsEach,
  perHour,
  hours,
  at,
  runs,
}: Known & { runs: boolean }) {
  const { t, format } = useConsole();
  const missing = t(runs ? 'forecast.far' : 'forecast.standing');
  return (
    <>
      <dl className="figures">
        <div>
          <dt>{t('forecast.at')}</dt>
          <dd>
            {at === undefined ? missing : format.moment(at)}
            <small>{t('forecast.hours', { n: tenth(hours) })}</small>
          </dd>
        </div>
      </dl>
      <details>
        <summary>{t('forecast.how')}</summary>
        <ul className="bullets">
          <li>{t('forecast.left', { n: left })}</li>
          <li>
            {t('forecast.today', {
              calls: callsToday,
              span: format.span(hoursToday * HOUR),
            })}
          </li>
          <li>{t('forecast.each', { n: tenth(callsEach) })}</li>
          <li>{t('forecast.perHour', { n: tenth(perHour) })}</li>
          <li>{t('forecast.laid')}</li>
        </ul>
      </details>
    </>
  );
}

const tenth = (value: number): number => Math.round(value * 10) / 10;
