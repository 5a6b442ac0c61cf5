// Figures by campaign, agent or day, for a period; the same as a file for a spreadsheet.
import { useState } from 'react';
import type { Query } from '../../kit/api/operation-types.ts';
import { useAsk, useClient } from '../../kit/api/use-api.ts';
import { saveText } from '../../kit/save-text.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Button } from '../../kit/ui/button.tsx';
import { Page } from '../../kit/ui/page.tsx';
import { ProblemNote } from '../../kit/ui/problem.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { useCampaignNames } from '../use-campaign-names.ts';
import { dayOf, endedAs, endingsIn, type FigureRow, totalOf } from './report-figures.ts';

type By = NonNullable<Query<'reportFigures'>['by']>;
const BY = ['campaign', 'agent', 'day'] as const satisfies readonly By[];

/** Days shown at first, today included. */
const DAYS = 7;

export function Reports() {
  const { t, format } = useConsole();
  const api = useClient();
  const names = useCampaignNames();
  const today = dayOf(api.now(), format.timeZone);
  const [by, setBy] = useState<By>('campaign');
  const [campaign, setCampaign] = useState('');
  const [from, setFrom] = useState(dayOf(api.now(), format.timeZone, DAYS - 1));
  const [to, setTo] = useState(today);
  const query = { from, to, by, ...(campaign === '' ? {} : { campaign }) };
  const asked = useAsk('reportFigures', { query }, { enabled: from !== '' && to !== '' });
  return (
    <Page title={t('console.reports')} actions={<Csv query={query} />}>
      <search className="row filters">
        <label>
          <span>{t('reports.from')}</span>
          <input type="date" value={from} onChange={(event) => setFrom(event.target.value)} />
        </label>
        <label>
          <span>{t('reports.to')}</span>
          <input type="date" value={to} onChange={(event) => setTo(event.target.value)} />
        </label>
        <label>
          <span>{t('campaigns.name')}</span>
          <select value={campaign} onChange={(event) => setCampaign(event.target.value)}>
            <option value="">{t('reports.every')}</option>
            {[...names].map(([id, name]) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>{t('reports.by')}</span>
          <select value={by} onChange={(event) => setBy(event.target.value as By)}>
            {BY.map((one) => (
              <option key={one} value={one}>
                {t(`reports.by.${one}`)}
              </option>
            ))}
          </select>
        </label>
      </search>
      <Asked of={asked} data={asked.data?.body.items}>
        {(rows) =>
          rows.length === 0 ? (
            <p className="card empty">{t('reports.none')}</p>
          ) : (
            <Figures rows={rows} by={by} names={names} />
          )
        }
      </Asked>
    </Page>
  );
}

function Csv({ query }: { query: Query<'reportFigures'> }) {
  const { t } = useConsole();
  const api = useClient();
  const [error, setError] = useState<Error>();
  const press = async () => {
    try {
      const { body } = await api.ask<'reportFiguresCsv'>('reportFiguresCsv', { query });
      saveText(`figures-${query.from}-${query.to}.csv`, body);
      setError(undefined);
    } catch (failed) {
      setError(failed as Error);
    }
  };
  return (
    <>
      <Button onPress={() => void press()}>{t('reports.csv')}</Button>
      {error && <ProblemNote error={error} />}
    </>
  );
}

interface FiguresProps {
  readonly rows: readonly FigureRow[];
  readonly by: By;
  readonly names: ReadonlyMap<string, string>;
}

function Figures({ rows, by, names }: FiguresProps) {
  const { t, format } = useConsole();
  const { ending } = useNames();
  const endings = endingsIn(rows);
  const heading = (row: FigureRow): string => {
    if (by === 'campaign') return names.get(row.campaign ?? '') ?? row.campaign ?? '';
    if (by === 'day') return row.day === undefined ? '' : format.day(`${row.day}T12:00:00Z`);
    return row.agent ?? t('reports.noAgent');
  };
  return (
    <div className="card table-wrap">
      <table>
        <caption className="hidden">{t('console.reports')}</caption>
        <thead>
          <tr>
            <th scope="col">{t(`reports.by.${by === 'campaign-agent-day' ? 'day' : by}`)}</th>
            <th scope="col" className="number">
              {t('reports.contacts')}
            </th>
            {endings.map((one) => (
              <th key={one} scope="col" className="number">
                {ending(one)}
              </th>
            ))}
            <th scope="col" className="number">
              {t('campaigns.successes')}
            </th>
            <th scope="col" className="number">
              {t('reports.recalls')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${row.campaign} ${row.agent} ${row.day}`}>
              <th scope="row">{heading(row)}</th>
              <td className="number strong">{format.number(row.contacts)}</td>
              {endings.map((one) => (
                <td key={one} className="number">
                  {format.number(endedAs(row, one))}
                </td>
              ))}
              <td className="number">{format.number(row.successes)}</td>
              <td className="number">{format.number(row.recalls)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="sum">
            <th scope="row">{t('totals.all')}</th>
            <td className="number">{format.number(totalOf(rows, 'contacts'))}</td>
            {endings.map((one) => (
              <td key={one} className="number">
                {format.number(rows.reduce((sum, row) => sum + endedAs(row, one), 0))}
              </td>
            ))}
            <td className="number">{format.number(totalOf(rows, 'successes'))}</td>
            <td className="number">{format.number(totalOf(rows, 'recalls'))}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  );
}
