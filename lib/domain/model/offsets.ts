// The time zone data base as Intl has it: what clocks show, but not when they change. Changes are
// looked for in steps and then by halves. A library for this is 56 KB in every function that writes
// records.
const DAY = 86_400_000;

/** No zone has kept an offset for less since 1970: Boa Vista had a summer of a week in 2000. */
const STEP = 6 * DAY;

/** As far as rules are looked at, unless a later or earlier moment asks. */
const EARLIEST = Date.UTC(1970, 0, 1);
const LATEST = Date.UTC(2040, 0, 1);
const AT_LEAST = 400 * DAY;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** Shows a moment as "2026 GMT+05:30", or "2026 GMT". */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    year: 'numeric',
    timeZoneName: 'longOffset',
  });
  clocks.set(zone, made);
  return made;
}

/** Milliseconds from UTC to local time; RangeError when there is no such zone. */
export function offsetIn(zone: string, at: number): number {
  const shown = clockOf(zone).format(at);
  const offset = shown.slice(shown.lastIndexOf('GMT') + 3);
  if (offset === '') return 0;
  const [hours = 0, minutes = 0, seconds = 0] = offset.slice(1).split(':').map(Number);
  const length = ((hours * 60 + minutes) * 60 + seconds) * 1000;
  return offset.startsWith('-') ? -length : length;
}

/** The first moment after `at` from which the clock is another; undefined when it stays. */
export function changeAfter(zone: string, at: number): number | undefined {
  const offset = offsetIn(zone, at);
  const last = Math.max(LATEST, at + AT_LEAST);
  for (let same = at; same < last; same += STEP) {
    const next = same + STEP;
    if (offsetIn(zone, next) !== offset) {
      return firstWhere((moment) => offsetIn(zone, moment) !== offset, same, next);
    }
  }
  return undefined;
}

/** The moment, `at` or before, from which the clock is as it is at `at`. */
export function changeBefore(zone: string, at: number): number | undefined {
  const offset = offsetIn(zone, at);
  const first = Math.min(EARLIEST, at - AT_LEAST);
  for (let same = at; same > first; same -= STEP) {
    const next = same - STEP;
    if (offsetIn(zone, next) !== offset) {
      return firstWhere((moment) => offsetIn(zone, moment) === offset, next, same);
    }
  }
  return undefined;
}

/** The first whole second in (`from`, `to`] that has turned; it has at `to`, not at `from`. */
function firstWhere(hasTurned: (moment: number) => boolean, from: number, to: number): number {
  let before = Math.floor(from / 1000);
  let after = Math.ceil(to / 1000);
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (hasTurned(middle * 1000)) after = middle;
    else before = middle;
  }
  return after * 1000;
}
