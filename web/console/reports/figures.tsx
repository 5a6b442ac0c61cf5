// Figures by campaign, agent or day, for a period, with the classifiers that were chosen; the same
// as a file for a spreadsheet.
import { useState } from 'react';
import type { Query } from '../../kit/api/operation-types.ts';
import { useAsk } from '../../kit/api/use-api.ts';
import { Asked } from '../../kit/ui/asked.tsx';
import { Card } from '../../kit/ui/card.tsx';
import { LabelledDate } from '../../kit/ui/date-field.tsx';
import { Scrolling } from '../../kit/ui/scrolling.tsx';
import { useConsole } from '../language.ts';
import { useNames } from '../names.ts';
import { placesOf } from '../places.ts';
import { useCampaignNames } from '../use-campaign-names.ts';
import { useLastDays } from './asked-for.tsx';
import { classifiersIn, endedAs, endingsIn, type FigureRow, totalOf } from './report-figures.ts';
import { SaveCsv } from './save-csv.tsx';

type By = NonNullable<Query<'reportFigures'>['by']>;
const BY = ['campaign', 'agent', 'day'] as const satisfies readonly By[];

type Days = ReturnType<typeof useLastDays>;

/** The usual ones, until somebody says otherwise. */
function useDays(usual: Days): readonly [Days, (next: Partial<Days>) => void] {
  const [days, setDays] = useState<Partial<Days>>({});
  return [{ ...usual, ...days }, (next) => setDays({ ...days, ...next })];
}

export function Figures() {
  const { t } = useConsole();
  const names = useCampaignNames();
  const last = useLastDays();
  const [by, setBy] = useState<By>('campaign');
  const [campaign, setCampaign] = useState('');
  const [{ from, to }, setDays] = useDays(last);
  const query = { from, to, by, ...(campaign === '' ? {} : { campaign }) };
  const asked = useAsk('reportFigures', { query }, { enabled: from !== '' && to !== '' });
  return (
    <div className="stack">
      <search className="row filters">
        <LabelledDate
          label={t('reports.from')}
          value={from}
          change={(day) => setDays({ from: day })}
        />
        <LabelledDate label={t('reports.to')} value={to} change={(day) => setDays({ to: day })} />
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
        <SaveCsv name={`figures-${from}-${to}.csv`} of="reportFiguresCsv" asking={{ query }} />
      </search>
      <Asked of={asked} data={asked.data?.body} placeOf={placesOf.report(t)}>
        {({ items: rows, classifierNames }) =>
          rows.length === 0 ? (
            <p className="card empty">{t('reports.none')}</p>
          ) : (
            <>
              <FigureTable rows={rows} by={by} names={names} />
              <ClassifierTable rows={rows} by={by} names={names} called={classifierNames} />
            </>
          )
        }
      </Asked>
    </div>
  );
}

interface FiguresProps {
  readonly rows: readonly FigureRow[];
  readonly by: By;
  readonly names: ReadonlyMap<string, string>;
}

function useHeading({ by, names }: Pick<FiguresProps, 'by' | 'names'>) {
  const { t, format } = useConsole();
  return (row: FigureRow): string => {
    if (by === 'campaign') return names.get(row.campaign ?? '') ?? row.campaign ?? '';
    if (by === 'day') return row.day === undefined ? '' : format.day(`${row.day}T12:00:00Z`);
    return row.agent ?? t('reports.noAgent');
  };
}

/** What rows are of, as the head of their column. */
function useFirstHeading() {
  const { t } = useConsole();
  return (by: By): string => {
    if (by === 'campaign') return t('campaigns.name');
    return by === 'agent' ? t('reports.agent') : t('reports.day');
  };
}

function FigureTable({ rows, by, names }: FiguresProps) {
  const { t, format } = useConsole();
  const { ending } = useNames();
  const endings = endingsIn(rows);
  const heading = useHeading({ by, names });
  const headingOf = useFirstHeading();
  return (
    <div className="card">
      <Scrolling label={t('reports.figures')}>
        <table className="figure-table">
          <caption className="hidden">{t('console.reports')}</caption>
          <thead>
            <tr>
              <th scope="col">{headingOf(by)}</th>
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
      </Scrolling>
    </div>
  );
}

interface ClassifiersProps extends FiguresProps {
  /** Names of classifiers, by id. */
  readonly called: Readonly<Record<string, string>>;
}

/** Which classifiers were chosen, the most frequent first. */
function ClassifierTable({ rows, by, names, called }: ClassifiersProps) {
  const { t, format } = useConsole();
  const heading = useHeading({ by, names });
  const headingOf = useFirstHeading();
  const chosen = classifiersIn(rows);
  if (chosen.length === 0) return null;
  return (
    <Card title={t('reports.classifiers')} flush>
      <Scrolling label={t('records.classifier')}>
        <table className="figure-table">
          <caption className="hidden">{t('reports.classifiers')}</caption>
          <thead>
            <tr>
              <th scope="col">{headingOf(by)}</th>
              {chosen.map((one) => (
                <th key={one} scope="col" className="number">
                  {called[one] ?? one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={`${row.campaign} ${row.agent} ${row.day}`}>
                <th scope="row">{heading(row)}</th>
                {chosen.map((one) => (
                  <td key={one} className="number">
                    {format.number(row.classifiers[one] ?? 0)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scrolling>
    </Card>
  );
}
