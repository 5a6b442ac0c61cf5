// All campaigns of the supervisor, those with something wrong first.
import { useQueries } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import type { Answered } from '../../kit/api/client.ts';
import type { Answer, ItemOf } from '../../kit/api/operation-types.ts';
import { keyOf, LIVE, useClient, useList } from '../../kit/api/use-api.ts';
import { useEvery } from '../../kit/live/use-every.ts';
import { to } from '../../kit/router.tsx';
import { Asked } from '../../kit/ui/asked.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { PartsBar } from '../../kit/ui/parts-bar.tsx';
import { useConsole } from '../language.ts';
import { IssueList } from './issue-list.tsx';
import { issuesOf } from './issues.ts';
import { doneShare, progressOf, reachedShare, sumOf } from './progress.ts';
import { StateBadge } from './state-badge.tsx';
import { Switching } from './switching.tsx';

type Listed = ItemOf<'listCampaigns'>;

/** ms; totals of every campaign are more than a list of them. */
const TOTALS = 2 * LIVE;

export function Campaigns() {
  const { t } = useConsole();
  const list = useList('listCampaigns', { query: { limit: 100 } }, { every: LIVE });
  return (
    <Page title={t('console.campaigns')}>
      <Asked of={list} data={list.items}>
        {(campaigns) =>
          campaigns.length === 0 ? (
            <p className="card empty">{t('campaigns.none')}</p>
          ) : (
            <CampaignTable campaigns={campaigns} />
          )
        }
      </Asked>
    </Page>
  );
}

interface Row {
  readonly listed: Listed;
  readonly read: Answered<Answer<'readCampaign'>> | undefined;
  readonly live: Answer<'readLive'> | undefined;
}

function useRows(campaigns: readonly Listed[]): readonly Row[] {
  const api = useClient();
  const totals = useEvery('readCampaign', TOTALS);
  const goesOn = useEvery('readLive', TOTALS);
  const asking = campaigns.map(({ campaign }) => ({ params: { campaign } }));
  const read = useQueries({
    queries: asking.map((one) => ({
      queryKey: keyOf('readCampaign', one),
      queryFn: () => api.ask('readCampaign', one),
      refetchInterval: totals,
    })),
  });
  const live = useQueries({
    queries: asking.map((one) => ({
      queryKey: keyOf('readLive', one),
      queryFn: () => api.ask('readLive', one),
      refetchInterval: goesOn,
    })),
  });
  return campaigns.map((listed, n) => ({
    listed,
    read: read[n]?.data,
    live: live[n]?.data?.body,
  }));
}

const GRAVITY = ['bad', 'warn'];

/** Those with the gravest issue first, otherwise as they were. */
function byGravity(rows: readonly Row[]): readonly Row[] {
  const rank = ({ read, live }: Row) => {
    const worst = read && issuesOf(read.body, live)[0]?.tone;
    const found = GRAVITY.indexOf(worst ?? '');
    return found < 0 ? GRAVITY.length : found;
  };
  return rows.toSorted((a, b) => rank(a) - rank(b));
}

function CampaignTable({ campaigns }: { campaigns: readonly Listed[] }) {
  const { t } = useConsole();
  const rows = byGravity(useRows(campaigns));
  return (
    <div className="card table-wrap">
      <table className="campaigns">
        <caption className="hidden">{t('console.campaigns')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('campaigns.name')}</th>
            <th scope="col">{t('campaigns.state')}</th>
            <th scope="col">{t('campaigns.progress')}</th>
            <th scope="col" className="number">
              {t('campaigns.calls')}
            </th>
            <th scope="col" className="number">
              {t('campaigns.successes')}
            </th>
            <th scope="col">{t('campaigns.issues')}</th>
            <th scope="col">
              <span className="hidden">{t('campaigns.actions')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <CampaignRow key={row.listed.campaign} {...row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function CampaignRow({ listed, read, live }: Row) {
  const { t, format } = useConsole();
  const { campaign, name, state, mode, channels } = listed;
  const kinds = [...channels.map((one) => t(`channel.${one}`)), ...(mode ? [modeName(mode)] : [])];
  const totals = read?.body.totals;
  const calls = totals && { ...totals.calls };
  return (
    <tr>
      <th scope="row">
        <a className="strong" href={to('/campaigns/{campaign}', { campaign })}>
          {name}
        </a>
        <small className="below">{kinds.join(' · ')}</small>
      </th>
      <td>
        <StateBadge state={state} />
        {listed.changedAt && (
          <small className="below nowrap">{format.moment(listed.changedAt)}</small>
        )}
      </td>
      <td className="progress-cell">
        {totals && totals.records > 0 && (
          <>
            <PartsBar parts={progressOf(totals)} />
            <small className="below">
              {t('campaigns.done', {
                share: format.percent(doneShare(totals)),
                n: totals.records,
              })}
            </small>
          </>
        )}
      </td>
      <td className="number">
        <Labelled as={t('campaigns.calls')}>{calls && format.number(sumOf(calls))}</Labelled>
        {calls && sumOf(calls) > 0 && (
          <small className="below nowrap">
            {t('campaigns.reached', { share: format.percent(reachedShare(calls)) })}
          </small>
        )}
      </td>
      <td className="number">
        <Labelled as={t('campaigns.successes')}>
          {totals && format.number(totals.successes)}
        </Labelled>
      </td>
      <td>{read && <IssueList campaign={campaign} issues={issuesOf(read.body, live)} />}</td>
      <td>
        <div className="actions row-actions">
          <Switching campaign={campaign} name={name} state={state} etag={read?.etag} brief />
        </div>
      </td>
    </tr>
  );

  function modeName(one: string): string {
    return one === 'preview' || one === 'progressive' || one === 'predictive' || one === 'ratio'
      ? t(`mode.${one}`)
      : one;
  }
}

/** On a small screen the headings of columns are not there. */
const Labelled = ({ as, children }: { as: string; children: ReactNode }) => (
  <>
    <span className="cell-label" aria-hidden="true">
      {as}
    </span>
    {children}
  </>
);
