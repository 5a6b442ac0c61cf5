// When a period is over: its days are counted on the calendar, the rest on the clock.
import type { Period } from '../../language/schema/basics.ts';
import { type Instant, plus } from './instant.ts';
import { atWallClock, stretchAt, wallClock } from './time-zone.ts';

/** The same time of day so many days later in `zone`, and so many seconds after that. */
export function plusPeriod(at: Instant, { days, seconds }: Period, zone: string): Instant {
  if (days === 0) return plus(at, seconds);
  const { day, since } = wallClock(at, stretchAt(zone, at));
  return plus(atWallClock(day + days, since, zone), seconds);
}

const DAY_SECONDS = 86_400;

/**
 * Orders periods by their usual length; a day that the clock makes longer or shorter makes no
 * difference.
 */
export const usualSeconds = ({ days, seconds }: Period): number => days * DAY_SECONDS + seconds;
