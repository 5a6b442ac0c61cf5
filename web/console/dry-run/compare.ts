// The figures one decides by, of one run or of two beside each other with their differences. Pure.
import type { CentreFigures, HourFigures } from '../../dry-run/messages.ts';

type Kind = 'count' | 'share' | 'money' | 'hours';

interface Row {
  readonly key: string;
  readonly kind: Kind;
  readonly of: (figures: CentreFigures) => number;
}

const ROWS = [
  { key: 'agents', kind: 'count', of: ({ total }) => total.agents },
  { key: 'calls', kind: 'count', of: ({ total }) => total.calls.total },
  { key: 'answered', kind: 'count', of: ({ total }) => total.abandoned.answers },
  { key: 'contacts', kind: 'count', of: ({ total }) => total.contacts },
  { key: 'reached', kind: 'count', of: ({ total }) => total.funnel.reached },
  { key: 'successes', kind: 'count', of: ({ total }) => total.funnel.success },
  { key: 'left', kind: 'count', of: ({ total: { records } }) => records.scheduled + records.open },
  { key: 'abandoned', kind: 'share', of: ({ total }) => total.abandoned.share },
  {
    key: 'overCap',
    kind: 'count',
    of: ({ campaigns }) =>
      campaigns.flatMap(({ days }) => days.filter((day) => day.overCap)).length,
  },
  { key: 'busy', kind: 'share', of: ({ total }) => total.utilisation },
  { key: 'staffed', kind: 'hours', of: ({ total }) => total.staffedHours },
  { key: 'texts', kind: 'count', of: ({ total }) => total.messages.sms + total.messages.email },
  { key: 'cost', kind: 'money', of: ({ cost }) => cost.total },
] as const satisfies readonly Row[];

type RowKey = (typeof ROWS)[number]['key'];

export interface Compared {
  readonly key: RowKey;
  readonly kind: Kind;
  readonly values: readonly number[];
  /** Of the second from the first; missing with one run alone. */
  readonly difference?: number;
}

export function compared(runs: readonly CentreFigures[]): readonly Compared[] {
  return ROWS.map(({ key, kind, of }) => {
    const values = runs.map(of);
    const [first = 0, second] = values;
    return { key, kind, values, ...(second !== undefined && { difference: second - first }) };
  });
}

/** Hours in which somebody works or is called in any of the runs, in order. */
export function hoursIn(runs: readonly CentreFigures[]): readonly string[] {
  const worked = runs.flatMap(({ total }) =>
    total.hours
      .filter(({ calls, contacts, agents }) => calls + contacts > 0 || agents >= 0.05)
      .map(({ hour }) => hour),
  );
  return [...new Set(worked)].toSorted();
}

export const daysIn = (runs: readonly CentreFigures[]): readonly string[] =>
  [...new Set(runs.flatMap(({ total }) => total.days.map(({ day }) => day)))].toSorted();

/** A figure of each of the hours; 0 where nothing happened. */
export function byHour(
  { total }: CentreFigures,
  hours: readonly string[],
  of: (hour: HourFigures) => number,
): readonly number[] {
  const found = new Map(total.hours.map((hour) => [hour.hour, hour]));
  return hours.map((hour) => {
    const figures = found.get(hour);
    return figures === undefined ? 0 : of(figures);
  });
}

/** Shares of abandoned calls; null on days without answers. */
export function abandonedByDay(
  { total }: CentreFigures,
  days: readonly string[],
): readonly (number | null)[] {
  const found = new Map(total.days.map((day) => [day.day, day]));
  return days.map((day) => {
    const figures = found.get(day);
    return figures === undefined || figures.answers === 0 ? null : figures.share;
  });
}
