// Opening hours are what the clock on the wall shows: on the day the clock is set back an hour
// within them is open twice, on the day it is set forward a skipped hour is open never. `nextOpen`
// agrees with `isOpen` to the millisecond.
import { type Hours, type Span, WEEKDAYS } from '../../language/schema/hours.ts';
import { type Instant, instant } from '../model/instant.ts';
import {
  atLocal,
  DAY,
  dateOf,
  MINUTE,
  type Stretch,
  stretchAt,
  wallClock,
} from '../model/time-zone.ts';

export { atLocal, endOfDay, localDate, localMinutes } from '../model/time-zone.ts';

/** Opening hours with the zone they are meant in; the shape of the task catalogue. */
export interface HoursInZone {
  /** IANA name. */
  readonly timeZone: string;
  /** Weekday ('mon' …) to spans; a missing day is closed. */
  readonly week: Readonly<Record<string, readonly Span[]>>;
  /** YYYY-MM-DD to spans, which replace the weekday's. */
  readonly exceptions: Readonly<Record<string, readonly Span[]>>;
}

/** How far ahead `nextOpen` looks, days. */
const HORIZON = 400;

/** Hours as authors write them, in the centre's zone unless they name their own. */
export function hoursInZone(hours: Hours, centreZone: string): HoursInZone {
  return {
    timeZone: hours.timeZone ?? centreZone,
    week: hours.week,
    exceptions: hours.exceptions,
  };
}

/** Whether it is within the hours at `at` (CBR-4, CAM-10). */
export function isOpen(hours: HoursInZone, at: Instant): boolean {
  const { day, since } = wallClock(at, stretchAt(hours.timeZone, at));
  return spansOn(hours, day).some(
    (span) => span.from * MINUTE <= since && since < span.to * MINUTE,
  );
}

/**
 * The first moment from `at` on that is within the hours; undefined when none comes in 400 days.
 */
export function nextOpen(hours: HoursInZone, at: Instant): Instant | undefined {
  const last = at + HORIZON * DAY;
  for (let from: number = at; from <= last; ) {
    const stretch = stretchAt(hours.timeZone, from);
    const found = firstOpenWithin(hours, from, stretch, last);
    if (found !== undefined) return found;
    from = stretch.to;
  }
  return undefined;
}

/** Until when it stays open without a break, at least; undefined when it is closed at `at`. */
export function openUntil(hours: HoursInZone, at: Instant): Instant | undefined {
  const stretch = stretchAt(hours.timeZone, at);
  const { day, since } = wallClock(at, stretch);
  const closes = spansOn(hours, day)
    .filter((span) => span.from * MINUTE <= since && since < span.to * MINUTE)
    .map((span) => span.to * MINUTE);
  if (closes.length === 0) return undefined;
  return instant(Math.min(day * DAY + Math.max(...closes) - stretch.offset, stretch.to));
}

/** When the last hours of that day end there; undefined when none are left of them. */
export function closesOn(hours: HoursInZone, at: Instant): Instant | undefined {
  const { date, spans } = spansAt(hours, at);
  if (spans.length === 0) return undefined;
  const closes = atLocal(date, Math.max(...spans.map(({ to }) => to)), hours.timeZone);
  return closes > at ? closes : undefined;
}

/** What is open on the day that `at` falls on there, with the day. */
export function spansAt(hours: HoursInZone, at: Instant): { date: string; spans: readonly Span[] } {
  const { day } = wallClock(at, stretchAt(hours.timeZone, at));
  return { date: dateOf(day), spans: spansOn(hours, day) };
}

/** When something is open next: `at` itself when it is open then. */
export type NextOpen = (at: Instant) => Instant | undefined;

/**
 * The first moment from `at` on at which all are open; undefined when there is none in 400 days.
 */
export function nextOpenInAll(all: readonly NextOpen[], at: Instant): Instant | undefined {
  const last = at + HORIZON * DAY;
  for (let wanted = at; wanted <= last; ) {
    const before = wanted;
    for (const next of all) {
      const open = next(wanted);
      if (open === undefined) return undefined;
      wanted = open;
    }
    if (wanted === before) return wanted;
  }
  return undefined;
}

function firstOpenWithin(
  hours: HoursInZone,
  from: number,
  stretch: Stretch,
  last: number,
): Instant | undefined {
  const until = Math.min(stretch.to - 1, last);
  let { day, since } = wallClock(from, stretch);
  for (; day * DAY - stretch.offset <= until; day++, since = 0) {
    const opens = firstOpenOn(spansOn(hours, day), since);
    if (opens === undefined) continue;
    const at = day * DAY + opens - stretch.offset;
    return at <= until ? instant(at) : undefined;
  }
  return undefined;
}

/** Milliseconds since midnight of the first open moment from `since` on. */
function firstOpenOn(spans: readonly Span[], since: number): number | undefined {
  let first: number | undefined;
  for (const span of spans) {
    const opens = Math.max(span.from * MINUTE, since);
    if (opens < span.to * MINUTE && (first === undefined || opens < first)) first = opens;
  }
  return first;
}

function spansOn(hours: HoursInZone, day: number): readonly Span[] {
  // 1970-01-01 was a Thursday, the fourth of WEEKDAYS.
  const weekday = WEEKDAYS[(((day + 3) % 7) + 7) % 7] as string;
  return hours.exceptions[dateOf(day)] ?? hours.week[weekday] ?? [];
}
