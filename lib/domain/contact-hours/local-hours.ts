import type { HoursInZone } from './calendar.ts';
import type { HolidayOn } from './holidays.ts';
import type { Place } from './location.ts';

/** One zone a callee may be in. */
export interface LocalHours {
  readonly place: Place;
  readonly hours: HoursInZone;
  /** What the exceptions of `hours` are, where they are holidays. */
  readonly holidays: ReadonlyMap<string, HolidayOn>;
}
