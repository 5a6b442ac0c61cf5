// The public holidays of a year, from the list of a country. A region that is not known is treated
// as every region it could be: a day that is a holiday in one of them is one.
import { own } from '../../language/dictionary.ts';
import { DAY, dateOf } from '../model/time-zone.ts';
import { HOLIDAYS, type Holiday, type When } from './holidays-data.ts';

export interface HolidayOn {
  readonly name: string;
  /** Where, when it is not one in all of the country. */
  readonly regions?: readonly string[];
}

/**
 * YYYY-MM-DD to the holiday on it; undefined when we have no list of the country's holidays.
 * @param regions where it may be; 'nationwide' leaves out what is a holiday in a part of the
 *   country only
 */
export function holidaysOf(
  country: string,
  regions: readonly string[] | 'nationwide',
  year: number,
): ReadonlyMap<string, HolidayOn> | undefined {
  const list = own(HOLIDAYS, country);
  if (list === undefined) return undefined;
  const found = new Map<string, HolidayOn>();
  for (const holiday of list.holidays) {
    if (!isIn(holiday, year)) continue;
    const here = regionsIn(holiday, regions);
    if (here?.length === 0) continue;
    const day = dateOf(dayIn(holiday, year));
    const both = here && [...(found.get(day)?.regions ?? []), ...here];
    found.set(day, { name: holiday.name, regions: both });
  }
  return found;
}

const isIn = ({ from, until, notIn }: Holiday, year: number): boolean =>
  (from === undefined || from <= year) &&
  (until === undefined || year <= until) &&
  notIn?.includes(year) !== true;

function regionsIn(
  { regions }: Holiday,
  wanted: readonly string[] | 'nationwide',
): readonly string[] | undefined {
  return wanted === 'nationwide' ? regions && [] : regions?.filter((one) => wanted.includes(one));
}

const onDate = (year: number, date: string): number => Date.parse(`${year}-${date}T00:00Z`) / DAY;

function dayIn(when: When, year: number): number {
  if ('date' in when) return onDate(year, when.date);
  if ('easter' in when) return easterSunday(year) + when.easter;
  const before = onDate(year, when.wednesdayBefore);
  // 1970-01-01 was a Thursday: days ≡ 6 (mod 7) are Wednesdays.
  return before - 1 - ((before - 1 - 6) % 7);
}

/**
 * Days since 1970-01-01 of Easter Sunday in the Gregorian calendar (Meeus, Astronomical Algorithms,
 * ch. 8).
 */
function easterSunday(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d =
    (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = Math.floor((a + 11 * d + 22 * e) / 451);
  const days = d + e - 7 * f + 114;
  return Date.UTC(year, Math.floor(days / 31) - 1, (days % 31) + 1) / DAY;
}
