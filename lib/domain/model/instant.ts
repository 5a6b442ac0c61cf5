// Moments are UTC instants. Decisions count in epoch milliseconds; what is stored and published is
// ISO 8601.

declare const brand: unique symbol;

/** Epoch milliseconds, UTC. */
export type Instant = number & { readonly [brand]: 'instant' };

export const instant = (epochMilliseconds: number): Instant => epochMilliseconds as Instant;

/**
 * Reads ISO 8601 with an offset or Z; NaN never leaves: a text that is no moment throws RangeError.
 */
export function parseInstant(iso: string): Instant {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) throw new RangeError(`'${iso}' is no moment in time`);
  return instant(at);
}

interface Written {
  readonly at: Instant;
  readonly iso: string;
}
let last: Written | undefined;
let before: Written | undefined;

/** Many gates name now and, in turn with it, another moment: the last two texts are kept. */
export function toIso(at: Instant): string {
  if (last?.at === at) return last.iso;
  const written = before?.at === at ? before : { at, iso: new Date(at).toISOString() };
  before = last;
  last = written;
  return written.iso;
}

/** @param seconds may be negative */
export const plus = (at: Instant, seconds: number): Instant => instant(at + seconds * 1000);

/**
 * Seconds by which the clocks of two functions may differ; each is at most 2 s off. The one place
 * where the tolerance is written down.
 */
const CLOCK_TOLERANCE = 4;

/**
 * Now, but no earlier than the moment another function acted at and so caused this run: its clock
 * may be ahead. Nothing that was due there is too early here. A cause further ahead than the
 * tolerance is not believed.
 */
export function nowAfter(now: Instant, cause: Instant | undefined): Instant {
  if (cause === undefined || cause <= now) return now;
  return instant(Math.min(cause, plus(now, CLOCK_TOLERANCE)));
}

/** Certainly over, whichever of the two clocks is ahead. */
export const isPast = (deadline: Instant, now: Instant): boolean =>
  plus(deadline, CLOCK_TOLERANCE) <= now;
