// What came out: the figures one decides by, beside each other with their differences, and plots.
import type { CentreFigures } from '../../dry-run/messages.ts';
import { Card } from '../../kit/ui/card.tsx';
import { Scrolling } from '../../kit/ui/scrolling.tsx';
import { useConsole } from '../language.ts';
import { type Compared, compared } from './compare.ts';
import { Plots } from './plots.tsx';
import type { Run } from './use-dry-runs.ts';
import { variantName } from './variant.tsx';

export function Results({ runs }: { runs: readonly Run[] }) {
  const { t } = useConsole();
  const figures = runs.flatMap((run) => (run.kind === 'ran' ? [run.figures] : []));
  if (figures.length === 0 || figures.length < runs.length) return null;
  const wrong = figures.flatMap(({ discrepancies }) => discrepancies);
  return (
    <>
      <Card title={t('dry.results')} flush>
        <Table figures={figures} />
        <div className="card-body">
          <Costs figures={figures} />
          <p className="soft">{t('dry.simulated')}</p>
          {wrong.length > 0 && <p className="note problem">{wrong.join('; ')}</p>}
        </div>
      </Card>
      <Plots figures={figures} />
    </>
  );
}

function useWritten(currency: string) {
  const { format } = useConsole();
  return ({ kind }: Compared, value: number): string => {
    if (kind === 'share') return format.percent(value);
    if (kind === 'money') return format.money(value, currency);
    return format.number(kind === 'hours' ? Math.round(value) : value);
  };
}

function Table({ figures }: { figures: readonly CentreFigures[] }) {
  const { t, format } = useConsole();
  const written = useWritten(figures[0]?.cost.currency ?? 'USD');
  const several = figures.length > 1;
  const ended = figures.map(({ total: { exhaustedAt } }) =>
    exhaustedAt === undefined ? t('dry.notExhausted') : format.localMoment(exhaustedAt),
  );
  const difference = (row: Compared): string => {
    const { difference: by = 0, values, kind } = row;
    if (by === 0) return t('dry.same');
    // less than one would see
    if (written(row, Math.abs(by)) === written(row, 0)) return t('dry.same');
    const sign = by > 0 ? '+' : '−';
    const size = `${sign}${written(row, Math.abs(by))}`;
    const [first = 0] = values;
    if (kind === 'share' || first === 0) return size;
    return `${size} (${sign}${format.percent(Math.abs(by / first))})`;
  };
  return (
    <Scrolling label={t('dry.figure')}>
      <table>
        <caption className="hidden">{t('dry.results')}</caption>
        {several && (
          <thead>
            <tr>
              <th scope="col">
                <span className="hidden">{t('dry.figure')}</span>
              </th>
              {figures.map((_, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
                <th key={n} scope="col" className="number">
                  {t('dry.variant', { name: variantName(n) })}
                </th>
              ))}
              <th scope="col" className="number">
                {t('dry.difference')}
              </th>
            </tr>
          </thead>
        )}
        <tbody>
          <tr>
            <th scope="row">{t('dry.row.exhausted')}</th>
            {ended.map((one, n) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
              <td key={n} className="number">
                {one}
              </td>
            ))}
            {several && <td />}
          </tr>
          {compared(figures).map((row) => (
            <tr key={row.key}>
              <th scope="row">{t(`dry.row.${row.key}`)}</th>
              {row.values.map((value, n) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
                <td key={n} className="number">
                  {written(row, value)}
                </td>
              ))}
              {several && <td className="number strong">{difference(row)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolling>
  );
}

function Costs({ figures }: { figures: readonly CentreFigures[] }) {
  const { t, format } = useConsole();
  return (
    <ul className="costs">
      {figures.map(({ cost: { aws, connect, carriers, currency, unpriced } }, n) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
        <li key={n}>
          {figures.length > 1 && `${variantName(n)}: `}
          {t('dry.costs', {
            aws: format.money(aws, currency),
            connect: format.money(connect, currency),
            carriers: format.money(carriers, currency),
          })}
          {unpriced.length > 0 && ` · ${t('dry.unpriced')}`}
        </li>
      ))}
    </ul>
  );
}
