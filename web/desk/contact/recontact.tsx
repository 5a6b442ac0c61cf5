// When to call again: a week of days, and of the chosen day the moments at which the person may be
// called. What is not allowed is not shown.
import { useState } from 'react';
import { useAsk } from '../../kit/api/use-api.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { useDesk } from '../language.ts';
import type { ContactRef } from './contact-ref.ts';

interface Props {
  readonly of: Pick<ContactRef, 'campaign' | 'record'>;
  /** Whose limits hold; without one those of the campaign alone. */
  readonly classifier?: string;
  readonly chosen: string | undefined;
  readonly choose: (at: string) => void;
}

/** YYYY-MM-DD. */
const localDate = (iso: string, timeZone: string): string =>
  new Intl.DateTimeFormat('sv', { dateStyle: 'short', timeZone }).format(new Date(iso));

const DAY = 86_400_000;
const later = (date: string, days: number): string =>
  new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);

export function Recontact({ of, classifier, chosen, choose }: Props) {
  const { t, code } = useDesk();
  const [from, setFrom] = useState<string>();
  const { campaign, record } = of;
  const times = useAsk('listRecontactTimes', {
    params: { campaign, record },
    query: { ...(classifier !== undefined && { classifier }), ...(from !== undefined && { from }) },
  });
  const [day, setDay] = useState<string>();
  return (
    <fieldset className="recontact">
      <legend>{t('recontact.title')}</legend>
      <Asked of={times} data={times.data?.body}>
        {({ days, timeZone }) => {
          const ofChosen = days.find(({ times: open }) => open.includes(chosen ?? ''));
          const shown = days.find(({ date }) => date === day) ?? ofChosen ?? days[0];
          const first = days[0]?.date ?? from;
          const locale = code === 'en' ? 'en-GB' : code;
          const dayName = new Intl.DateTimeFormat(locale, {
            weekday: 'short',
            day: 'numeric',
            month: 'short',
            timeZone: 'UTC',
          });
          const time = new Intl.DateTimeFormat(locale, {
            hour: '2-digit',
            minute: '2-digit',
            timeZone,
          });
          return (
            <div className="stack">
              <div className="days">
                {days.map(({ date }) => (
                  <Button
                    key={date}
                    kind={date === shown?.date ? 'primary' : 'quiet'}
                    aria-pressed={date === shown?.date}
                    onPress={() => setDay(date)}
                  >
                    {dayName.format(new Date(date))}
                  </Button>
                ))}
                {from !== undefined && (
                  <Button kind="plain" onPress={() => setFrom(undefined)}>
                    {t('recontact.first')}
                  </Button>
                )}
                {first !== undefined && (
                  <Button kind="plain" onPress={() => setFrom(later(first, 7))}>
                    {t('recontact.next')}
                  </Button>
                )}
              </div>
              {shown === undefined ? (
                <p className="soft">{t('recontact.none')}</p>
              ) : (
                <div className="times" role="radiogroup" aria-label={t('recontact.times')}>
                  {shown.times.map((at) => (
                    <label key={at} className="time">
                      <input
                        type="radio"
                        name={`again-${record}`}
                        checked={at === chosen}
                        onChange={() => choose(at)}
                      />
                      {time.format(new Date(at))}
                    </label>
                  ))}
                </div>
              )}
              {chosen !== undefined && (
                <p role="status">
                  {t('recontact.chosen', {
                    day: dayName.format(new Date(localDate(chosen, timeZone))),
                    time: time.format(new Date(chosen)),
                  })}
                </p>
              )}
              <small className="soft">{t('recontact.zone', { zone: timeZone })}</small>
            </div>
          );
        }}
      </Asked>
    </fieldset>
  );
}
