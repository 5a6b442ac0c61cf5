// When a campaign's list will be worked to its end: what is left, at the rate of today. The rate is
// calls for each hour of calling today, and how many calls a finished record has taken so far; the
// hours still needed are laid into the opening hours of the queue.
import { type HoursInZone, isOpen, nextOpen, openUntil } from '../contact-hours/calendar.ts';
import { type Instant, instant } from '../model/instant.ts';
import { atLocal, localDate } from '../model/time-zone.ts';
import type { CampaignState, Counts } from './campaign-state.ts';
import { open, total } from './counts.ts';

const HOUR = 3_600_000;
/** Below these a rate says little. */
const ENOUGH = { calls: 10, finished: 5, hours: 0.1 } as const;
/** Openings laid one behind the other: some three months. */
const FURTHEST = 120;

export interface ListForecast {
  /** Records that are not worked to the end. */
  readonly left: number;
  readonly callsToday: number;
  /** Of calling today. */
  readonly hoursToday: number;
  /** Calls that a finished record has taken, on average. */
  readonly callsEach: number;
  /** Records finished in an hour of calling, at the rate of today. */
  readonly perHour: number;
  /** Of calling, still. */
  readonly hours: number;
  /** Missing while the campaign does not run, and where it is too far away. */
  readonly at?: Instant | undefined;
}

interface Known {
  readonly state: Pick<CampaignState, 'state' | 'changedAt'>;
  readonly counts: Counts;
  readonly callsToday: number;
  /** Of the queue; missing: always. */
  readonly hours?: HoursInZone | undefined;
  readonly zone: string;
  readonly now: Instant;
}

/** undefined: too little is known, or nothing is left. */
export function forecastOf(known: Known): ListForecast | undefined {
  const { state, counts, callsToday, hours, now } = known;
  const left = open(counts);
  const finished = total(counts) - left;
  const hoursToday = openTime(hours, beginning(known), now) / HOUR;
  if (left === 0 || finished < ENOUGH.finished || callsToday < ENOUGH.calls) return undefined;
  if (hoursToday < ENOUGH.hours) return undefined;
  const callsEach = Math.max(1, callsIn(counts) / finished);
  const perHour = callsToday / hoursToday / callsEach;
  const needed = left / perHour;
  const at = state.state === 'running' ? endOf(hours, now, needed * HOUR) : undefined;
  return { left, callsToday, hoursToday, callsEach, perHour, hours: needed, at };
}

/** Of today's calling: midnight, or when it was switched on. */
function beginning({ state, zone, now }: Known): Instant {
  const midnight = atLocal(localDate(now, zone), 0, zone);
  const isOn = state.state === 'running' && state.changedAt > midnight;
  return isOn ? state.changedAt : midnight;
}

const callsIn = (counts: Counts): number =>
  Object.entries(counts).reduce((sum, [key, n]) => (key.startsWith('call:') ? sum + n : sum), 0);

function openTime(hours: HoursInZone | undefined, from: Instant, to: Instant): number {
  if (hours === undefined) return to - from;
  let sum = 0;
  for (let at: Instant | undefined = from; ; ) {
    const begins: Instant | undefined = isOpen(hours, at) ? at : nextOpen(hours, at);
    if (begins === undefined || begins >= to) return sum;
    const ends = Math.min(openUntil(hours, begins) ?? to, to);
    sum += ends - begins;
    if (ends >= to || ends <= at) return sum;
    at = instant(ends);
  }
}

/** When so many open ms have passed. */
function endOf(hours: HoursInZone | undefined, from: Instant, ms: number): Instant | undefined {
  if (hours === undefined) return instant(from + ms);
  let left = ms;
  let at = from;
  for (let openings = 0; openings < FURTHEST; openings++) {
    const begins = isOpen(hours, at) ? at : nextOpen(hours, at);
    if (begins === undefined) return undefined;
    const ends = openUntil(hours, begins);
    if (ends === undefined || ends - begins >= left) return instant(begins + left);
    left -= ends - begins;
    at = ends;
  }
  return undefined;
}
