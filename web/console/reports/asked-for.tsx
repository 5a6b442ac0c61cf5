// What a list is asked for: a campaign, and for some a period and an agent.
import { useState } from 'react';
import { useClient } from '../../kit/api/use-api.ts';
import { LabelledDate } from '../../kit/ui/date-field.tsx';
import { useConsole } from '../language.ts';
import { useCampaignNames } from '../use-campaign-names.ts';
import { dayOf } from './report-figures.ts';

export interface Wish {
  readonly campaign: string;
  readonly from: string;
  readonly to: string;
  readonly agent: string;
}

/** Days shown at first, today included. */
const DAYS = 7;

/** The last days by the clock of the API, which is known once it has answered; before, none. */
export function useLastDays(): Pick<Wish, 'from' | 'to'> {
  const { format } = useConsole();
  const api = useClient();
  const names = useCampaignNames();
  if (names.size === 0) return { from: '', to: '' };
  return {
    from: dayOf(api.now(), format.timeZone, DAYS - 1),
    to: dayOf(api.now(), format.timeZone),
  };
}

/** The first campaign and the last days, until somebody says otherwise. */
export function useWish(): readonly [Wish, (next: Partial<Wish>) => void] {
  const [first = ''] = useCampaignNames().keys();
  const usual = { campaign: first, agent: '', ...useLastDays() };
  const [wish, setWish] = useState<Partial<Wish>>({});
  return [{ ...usual, ...wish }, (next) => setWish({ ...wish, ...next })];
}

interface Props {
  readonly wish: Wish;
  readonly change: (next: Partial<Wish>) => void;
  /** Recalls lie ahead and answers have no day: neither has a period. */
  readonly isPast: boolean;
}

export function AskedFor({ wish, change, isPast }: Props) {
  const { t } = useConsole();
  const names = useCampaignNames();
  return (
    <>
      <label>
        <span>{t('campaigns.name')}</span>
        <select
          value={wish.campaign}
          onChange={(event) => change({ campaign: event.target.value })}
        >
          {[...names].map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      {isPast && (
        <>
          {(['from', 'to'] as const).map((one) => (
            <LabelledDate
              key={one}
              label={t(`reports.${one}`)}
              value={wish[one]}
              change={(day) => change({ [one]: day })}
            />
          ))}
          <label>
            <span>{t('reports.agent')}</span>
            <input
              autoComplete="off"
              value={wish.agent}
              onChange={(event) => change({ agent: event.target.value })}
            />
          </label>
        </>
      )}
    </>
  );
}
