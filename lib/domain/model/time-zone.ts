// A time zone as stretches of constant offset. Finding a stretch asks the time zone data base once;
// after that local time is integer arithmetic, because opening hours are looked up for every record
// of every tick.

import { type Instant, instant } from './instant.ts';
import { changeAfter, changeBefore, offsetIn } from './offsets.ts';

export const MINUTE = 60_000;
export const DAY = 86_400_000;

/** From `from` (inclusive) to `to` (exclusive) local time is UTC plus `offset` milliseconds. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly offset: number;
}

const known = new Map<string, Stretch[]>();

/** The stretch of `zone` (IANA name) that holds `at`; RangeError when there is no such zone. */
export function stretchAt(zone: string, at: number): Stretch {
  const stretches = known.get(zone) ?? [];
  const found = stretches.find((stretch) => stretch.from <= at && at < stretch.to);
  if (found !== undefined) return found;
  const asked = askDataBase(zone, at);
  known.set(zone, [...stretches, asked]);
  return asked;
}

function askDataBase(zone: string, at: number): Stretch {
  return {
    from: changeBefore(zone, at) ?? Number.NEGATIVE_INFINITY,
    to: changeAfter(zone, at) ?? Number.POSITIVE_INFINITY,
    offset: offsetIn(zone, at),
  };
}

/**
 * Days since 1970-01-01 on the clock on the wall, and milliseconds since that day's midnight there.
 */
export function wallClock(at: number, stretch: Stretch): { day: number; since: number } {
  const local = at + stretch.offset;
  const day = Math.floor(local / DAY);
  return { day, since: local - day * DAY };
}

const dates = new Map<number, string>();

/** The day as YYYY-MM-DD. Opening hours ask for a few days again and again. */
export function dateOf(day: number): string {
  const written = dates.get(day) ?? new Date(day * DAY).toISOString().slice(0, 10);
  dates.set(day, written);
  return written;
}

/** Days since 1970-01-01 of a day YYYY-MM-DD. */
const dayOf = (date: string): number => Date.parse(`${date}T00:00:00Z`) / DAY;

/** The day, YYYY-MM-DD, on which `at` falls in `zone`. */
export function localDate(at: Instant, zone: string): string {
  return dateOf(wallClock(at, stretchAt(zone, at)).day);
}

/** Minutes since midnight, 0 to 1439, that the clock on the wall shows in `zone`. */
export function localMinutes(at: Instant, zone: string): number {
  return Math.floor(wallClock(at, stretchAt(zone, at)).since / MINUTE);
}

/**
 * The moment a clock in `zone` shows `minutes` (may be 1440) past midnight of `date`. Of a time
 * that comes twice, the first; a time that is skipped moves on by what was skipped (as RFC 5545 and
 * Temporal's "compatible" do).
 */
export function atLocal(date: string, minutes: number, zone: string): Instant {
  return atWallClock(dayOf(date), minutes * MINUTE, zone);
}

/** As atLocal, by days since 1970-01-01 and milliseconds since midnight. */
export function atWallClock(day: number, since: number, zone: string): Instant {
  const local = day * DAY + since;
  // No offset reaches 26 hours, so the search begins before the moment wanted.
  let stretch = stretchAt(zone, local - 26 * 3_600_000);
  while (local - stretch.offset >= stretch.to) {
    const next = stretchAt(zone, stretch.to);
    if (local - next.offset < next.from) break; // skipped: the old offset decides
    stretch = next;
  }
  return instant(local - stretch.offset);
}

/** The first moment after `date` in `zone`: midnight, or what follows when midnight is skipped. */
export function endOfDay(date: string, zone: string): Instant {
  if (lastEnd?.date !== date || lastEnd.zone !== zone) {
    lastEnd = { date, zone, at: atLocal(date, 1440, zone) };
  }
  return lastEnd.at;
}

/** A campaign asks for its last date with every record. */
let lastEnd: { readonly date: string; readonly zone: string; readonly at: Instant } | undefined;

/** "2026-03-02 10:00", as the clock on the wall showed it. */
export const momentIn = (timeZone: string, at: Instant): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(at);
