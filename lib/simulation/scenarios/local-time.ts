// The clock times that authors write in scenarios, in the zone of their centre.
import { atLocal, localDate, localMinutes } from '../../domain/contact-hours/calendar.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { plusPeriod } from '../../domain/model/period.ts';

const NEXT_DAY = { days: 1, seconds: 0 };

/** "2026-03-02T09:00" or "2026-03-02 09:00" */
export function fromLocal(text: string, zone: string): Instant {
  return atLocal(text.slice(0, 10), minutes(text.slice(11)), zone);
}

/** A local day and time, or the next moment from `from` on at which the clock shows "10:40". */
export function resolveClockTime(text: string, from: Instant, zone: string): Instant {
  if (text.length > 5) return fromLocal(text, zone);
  const today = atLocal(localDate(from, zone), minutes(text), zone);
  if (today >= from) return today;
  return atLocal(localDate(plusPeriod(from, NEXT_DAY, zone), zone), minutes(text), zone);
}

/** "2026-03-02T09:00" */
export function toLocal(at: Instant, zone: string): string {
  const clock = localMinutes(at, zone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${localDate(at, zone)}T${two(Math.floor(clock / 60))}:${two(clock % 60)}`;
}

function minutes(clock: string): number {
  const [hours = '0', rest = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(rest);
}
