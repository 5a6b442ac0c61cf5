// Copies into a campaign: people of another one, once or as they come; each with how far it is.
import { useState } from 'react';
import type { ItemOf } from '../../kit/api/operation-types.ts';
import { LIVE, useAsk, useChange, useList } from '../../kit/api/use-api.ts';
import { Badge } from '../../kit/ui/badge.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { Scrolling } from '../../kit/ui/scrolling.tsx';
import { useConsole } from '../language.ts';
import { DIRECTORY } from '../people/directory.ts';
import { placesOf } from '../places.ts';
import { useCampaignNames } from '../use-campaign-names.ts';
import { Check } from './check.tsx';
import { Refusals } from './copy-progress.tsx';

export function Copies({ campaign }: { campaign: string }) {
  const { t } = useConsole();
  const names = new Map(useCampaignNames());
  const directory = useAsk('readDirectory').data?.body.directory;
  if (directory !== undefined) names.set(DIRECTORY, directory.name);
  const others = [...names].filter(([id]) => id !== campaign);
  const list = useList('listCopies', { params: { campaign } }, { every: LIVE });
  const items = list.items ?? [];
  if (others.length === 0 && items.length === 0) return null;
  return (
    <Card title={t('copies.title')} flush>
      <div className="card-body">
        <NewCopy campaign={campaign} others={others} />
      </div>
      {items.some(({ continuously }) => continuously) && (
        <p className="card-body soft">{t('copies.passes')}</p>
      )}
      {items.length > 0 && (
        <Scrolling label={t('copies.list')}>
          <table className="folds">
            <caption className="hidden">{t('copies.list')}</caption>
            <thead>
              <tr>
                <th scope="col">{t('copies.from')}</th>
                <th scope="col">{t('campaigns.state')}</th>
                <th scope="col">{t('imports.at')}</th>
                {COUNTS.map((count) => (
                  <th key={count} scope="col" className="number">
                    {t(`copies.${count}`)}
                  </th>
                ))}
                <th scope="col">
                  <span className="hidden">{t('campaigns.actions')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {items.map((item) => (
                <CopyRow
                  key={item.copy}
                  campaign={campaign}
                  item={item}
                  name={names.get(item.from) ?? item.from}
                />
              ))}
            </tbody>
          </table>
        </Scrolling>
      )}
    </Card>
  );
}

const COUNTS = ['looked', 'added', 'present', 'refused'] as const;

interface RowProps {
  readonly campaign: string;
  readonly item: ItemOf<'listCopies'>;
  readonly name: string;
}

function CopyRow({ campaign, item, name }: RowProps) {
  const { t, format } = useConsole();
  const stop = useChange('stopCopy', ['listCopies']);
  const { copy, from, state, continuously, filter, startedAt, by } = item;
  const filters = useList(
    'listFilters',
    { params: { campaign: from }, query: { limit: 100 } },
    { enabled: filter !== undefined },
  );
  const title = filters.items?.find((one) => one.filter === filter)?.title ?? filter;
  return (
    <tr>
      <th scope="row">
        {name}
        {title !== undefined && <small className="below">{t('dry.list.filter', { title })}</small>}
        <Refusals of={item} />
        {stop.error && <ProblemNote error={stop.error} />}
      </th>
      <td data-label={t('campaigns.state')}>
        <Badge tone={state === 'finished' ? 'good' : 'calm'}>{t(`copies.state.${state}`)}</Badge>
        {continuously && <small className="below">{t('copies.goesOn')}</small>}
      </td>
      <td className="nowrap" data-label={t('imports.at')}>
        {format.moment(startedAt)}
        <small className="below">{by}</small>
      </td>
      {COUNTS.map((count) => (
        <td key={count} className="number" data-label={t(`copies.${count}`)}>
          {format.number(item[count === 'added' ? 'addedInAll' : count])}
        </td>
      ))}
      <td>
        {continuously && (
          <Button
            isDisabled={stop.isPending}
            onPress={() => stop.mutate({ params: { campaign, copy } })}
          >
            {t('copies.stop')}
          </Button>
        )}
      </td>
    </tr>
  );
}

interface NewProps {
  readonly campaign: string;
  readonly others: readonly (readonly [id: string, name: string])[];
}

function NewCopy({ campaign, others }: NewProps) {
  const { t } = useConsole();
  const start = useChange('copyRecords', ['listCopies', 'readCampaign']);
  const [from, setFrom] = useState('');
  const [filter, setFilter] = useState('');
  const [continuously, setContinuously] = useState(false);
  const [keepOwners, setKeepOwners] = useState(false);
  const filters = useList(
    'listFilters',
    { params: { campaign: from }, query: { limit: 100 } },
    { enabled: from !== '' },
  );
  const begin = () =>
    start.mutate({
      params: { campaign },
      body: { from, records: filter === '' ? 'all' : { filter }, continuously, keepOwners },
    });
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        begin();
      }}
    >
      <p className="soft">{t('copies.anew')}</p>
      <div className="row filters">
        <label>
          <span>{t('copies.from')}</span>
          <select
            required
            value={from}
            onChange={(event) => {
              setFrom(event.target.value);
              setFilter('');
              start.reset();
            }}
          >
            <option value="">{t('copies.choose')}</option>
            {others.map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('copies.who')}</span>
          <select
            disabled={from === ''}
            value={filter}
            onChange={(event) => setFilter(event.target.value)}
          >
            <option value="">{t('copies.everybody')}</option>
            {(filters.items ?? []).map((one) => (
              <option key={one.filter} value={one.filter}>
                {t('dry.list.filter', { title: one.title })}
              </option>
            ))}
          </select>
        </label>
        <Check says={t('copies.continuously')} value={continuously} change={setContinuously} />
        <Check says={t('copies.keepOwners')} value={keepOwners} change={setKeepOwners} />
        <Button kind="primary" type="submit" isDisabled={start.isPending || from === ''}>
          {t('copies.start')}
        </Button>
      </div>
      {start.error && <ProblemNote error={start.error} placeOf={placesOf.copy(t)} />}
    </form>
  );
}
