// The plots of a dry run, or of two in one: calls, conversations, agents, abandoned calls. Each has
// its figures as a table.
import { useMemo } from 'react';
import type { CentreFigures, HourFigures } from '../../dry-run/messages.ts';
import { Plot } from '../../kit/plot/plot.tsx';
import type { PlotLine } from '../../kit/plot/plot-lines.ts';
import { Card } from '../../kit/ui/card.tsx';
import { Scrolling } from '../../kit/ui/scrolling.tsx';
import { useConsole } from '../language.ts';
import { abandonedByDay, byHour, daysIn, hoursIn } from './compare.ts';
import { variantName } from './variant.tsx';

interface Props {
  readonly figures: readonly CentreFigures[];
}

const BY_HOUR = [
  { key: 'calls', color: 'accent', of: ({ calls }: HourFigures) => calls },
  { key: 'contacts', color: 'good', of: ({ contacts }: HourFigures) => contacts },
  { key: 'atWork', color: 'text-soft', of: ({ agents }: HourFigures) => agents },
  { key: 'busyAgents', color: 'accent', of: ({ busy }: HourFigures) => busy },
] as const;
type HourKey = (typeof BY_HOUR)[number]['key'];

export function Plots({ figures }: Props) {
  return (
    <>
      <Hours figures={figures} title="dry.plot.calls" keys={['calls', 'contacts']} />
      <Hours figures={figures} title="dry.plot.agents" keys={['atWork', 'busyAgents']} />
      <Abandoned figures={figures} />
    </>
  );
}

function useNamed(figures: readonly CentreFigures[]): (what: string, n: number) => string {
  return (what, n) => (figures.length > 1 ? `${what} ${variantName(n)}` : what);
}

interface HoursProps extends Props {
  readonly title: 'dry.plot.calls' | 'dry.plot.agents';
  readonly keys: readonly HourKey[];
}

function Hours({ figures, title, keys }: HoursProps) {
  const { t, format } = useConsole();
  const named = useNamed(figures);
  const { hours, at } = useMemo(() => {
    const found = hoursIn(figures);
    return { hours: found, at: found.map((_, n) => n) };
  }, [figures]);
  const lines: readonly PlotLine[] = BY_HOUR.filter(({ key }) => keys.includes(key)).flatMap(
    ({ key, color, of }) =>
      figures.map((each, n) => ({
        label: named(t(`dry.plot.${key}`), n),
        values: byHour(each, hours, of),
        color,
        dashed: n > 0,
      })),
  );
  const hour = (n: number): string => {
    const found = hours[Math.round(n)];
    return found === undefined || !Number.isInteger(n) ? '' : format.localHour(found);
  };
  return (
    <Shown
      title={t(title)}
      label={t('dry.plot.hours', { n: hours.length, what: t(title) })}
      heading={t('dry.hour')}
      {...{ at, lines, place: hour, value: format.number }}
    />
  );
}

function Abandoned({ figures }: Props) {
  const { t, format } = useConsole();
  const named = useNamed(figures);
  const { days, at } = useMemo(() => {
    const found = daysIn(figures);
    return { days: found, at: found.map((_, n) => n) };
  }, [figures]);
  const cap = figures[0]?.total.cap ?? 0;
  const lines: readonly PlotLine[] = [
    ...figures.map(
      (each, n): PlotLine => ({
        label: named(t('dry.row.abandoned'), n),
        values: abandonedByDay(each, days),
        color: n === 0 ? 'accent' : 'warn',
        // two beside each other would hide each other
        as: figures.length > 1 ? 'line' : 'bars',
        dashed: n > 0,
      }),
    ),
    { label: t('dry.plot.cap'), values: days.map(() => cap), color: 'bad' },
  ];
  const day = (n: number): string => {
    const found = days[n];
    return found === undefined ? '' : format.localDay(found);
  };
  return (
    <Shown
      title={t('dry.plot.abandoned')}
      label={t('dry.plot.hours', { n: days.length, what: t('dry.plot.abandoned') })}
      heading={t('reports.by.day')}
      {...{ at, lines, place: day, value: format.percent }}
    />
  );
}

interface ShownProps {
  readonly title: string;
  readonly label: string;
  readonly heading: string;
  readonly at: readonly number[];
  readonly lines: readonly PlotLine[];
  readonly place: (at: number) => string;
  readonly value: (value: number) => string;
}

function Shown({ title, label, heading, at, lines, place, value }: ShownProps) {
  const { t } = useConsole();
  return (
    <Card title={title}>
      <Plot label={label} at={at} lines={lines} place={place} value={value} />
      <details>
        <summary>{t('dry.table')}</summary>
        <Scrolling label={label}>
          <table>
            <caption className="hidden">{title}</caption>
            <thead>
              <tr>
                <th scope="col">{heading}</th>
                {lines.map((line) => (
                  <th key={line.label} scope="col" className="number">
                    {line.label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {at.map((one) => (
                <tr key={one}>
                  <th scope="row">{place(one)}</th>
                  {lines.map(({ label: of, values }) => {
                    const found = values[one];
                    return (
                      <td key={of} className="number">
                        {found === undefined || found === null ? '' : value(found)}
                      </td>
                    );
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </Scrolling>
      </details>
    </Card>
  );
}
