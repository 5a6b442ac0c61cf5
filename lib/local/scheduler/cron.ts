// Cron expressions of EventBridge: six fields, with ranges, steps, names and L. Anything else is
// refused by name.
import type { Temporal } from 'temporal-polyfill';
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';

/** A cron expression of six fields: minutes hours day-of-month month day-of-week year. */
export interface Cron {
  readonly minutes: readonly number[];
  readonly hours: readonly number[];
  /** 'last' stands for L. */
  readonly daysOfMonth: ReadonlySet<number | 'last'> | undefined;
  readonly months: ReadonlySet<number>;
  /** 1 = Sunday … 7 = Saturday. */
  readonly daysOfWeek: ReadonlySet<number> | undefined;
  readonly years: ReadonlySet<number> | undefined;
}

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
const DAYS = ['SUN', 'MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT'];

export function parseCron(text: string): Cron {
  const fields = text.trim().split(/\s+/);
  const [minutes, hours, dayOfMonth, month, dayOfWeek, year] = fields;
  if (!minutes || !hours || !dayOfMonth || !month || !dayOfWeek || !year || fields.length > 6)
    throw new NotEmulated(`schedule expression 'cron(${text})': it needs six fields`);
  return {
    minutes: values(minutes, 0, 59),
    hours: values(hours, 0, 23),
    daysOfMonth: dayOfMonth === '?' ? undefined : lastOr(dayOfMonth),
    months: new Set(values(month, 1, 12, MONTHS)),
    daysOfWeek: dayOfWeek === '?' ? undefined : new Set(values(dayOfWeek, 1, 7, DAYS)),
    years: year === '*' ? undefined : new Set(values(year, 1970, 2199)),
  };
}

export function cronDay(cron: Cron, day: Temporal.PlainDate): boolean {
  const { daysOfMonth, daysOfWeek, years, months } = cron;
  if (!months.has(day.month) || (years && !years.has(day.year))) return false;
  const isLast = day.day === day.daysInMonth && daysOfMonth?.has('last') === true;
  if (daysOfMonth && !daysOfMonth.has(day.day) && !isLast) return false;
  // Temporal counts from Monday = 1, cron from Sunday = 1.
  return daysOfWeek === undefined || daysOfWeek.has((day.dayOfWeek % 7) + 1);
}

function lastOr(field: string): ReadonlySet<number | 'last'> {
  return field === 'L' ? new Set(['last' as const]) : new Set(values(field, 1, 31));
}

/** `*`, lists, ranges and steps; names where a field has them. */
function values(
  field: string,
  least: number,
  most: number,
  names: readonly string[] = [],
): readonly number[] {
  const found = new Set<number>();
  for (const part of field.split(',')) {
    const [range = '', step] = part.split('/');
    const [from, to] = span(range, step !== undefined, { least, most, names });
    for (let value = from; value <= to; value += Number(step ?? 1)) found.add(value);
  }
  return [...found].sort((a, b) => a - b);
}

function span(
  range: string,
  hasStep: boolean,
  { least, most, names }: { least: number; most: number; names: readonly string[] },
): readonly [from: number, to: number] {
  if (range === '*') return [least, most];
  const read = (text = '') => {
    const named = names.indexOf(text.toUpperCase());
    const value = named >= 0 ? named + least : Number(text);
    if (text === '' || !Number.isInteger(value) || value < least || value > most)
      throw new NotEmulated(`'${range}' in a cron expression`);
    return value;
  };
  const [from, to] = range.split('-');
  if (to !== undefined) return [read(from), read(to)];
  return [read(from), hasStep ? most : read(from)];
}
