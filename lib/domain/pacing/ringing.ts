// When does the ringing of a call end? Two histograms over the seconds since a call was started:
// calls that were answered by a person, and all others (busy, machine, rung out). Together they say
// what the age of a call in flight means for its chance of an answer.

export interface RingingAges {
  /** Calls per whole second of age; the last bin holds everything older. */
  readonly answered: readonly number[];
  readonly other: readonly number[];
}

/** Chance to have ended within so many whole seconds, for each of the two kinds. */
export interface RingingCurves {
  readonly answered: readonly number[];
  readonly other: readonly number[];
}

/**
 * Seconds of age distinguished: the longest ring time-out in use (60 s), set-up and machine
 * analysis.
 */
export const RINGING_SECONDS = 90;
/** Calls remembered per kind before all counts are halved. */
const MEMORY = 6000;
/** The guess before the first call weighs as much as this many calls. */
const PRIOR_CALLS = 15;

export function emptyRingingAges(): RingingAges {
  const answered = [];
  const other = [];
  for (let age = 0; age < RINGING_SECONDS; age++) {
    // People pick up about ten seconds after the start; the rest ends at once or at the time-out.
    answered.push(age >= 4 && age < 25 ? Math.exp(-Math.abs(age - 10) / 5) : 0.003);
    other.push(age < 8 ? 0.3 : age >= 20 && age < 32 ? 1 : age < 60 ? 0.1 : 0.003);
  }
  return { answered: scaled(answered, PRIOR_CALLS), other: scaled(other, PRIOR_CALLS) };
}

export function noteRinging(ages: RingingAges, seconds: number, answered: boolean): RingingAges {
  const bin = Math.min(RINGING_SECONDS - 1, Math.max(0, Math.floor(seconds)));
  const kind = answered ? 'answered' : 'other';
  const counts = [...ages[kind]];
  counts[bin] = (counts[bin] ?? 0) + 1;
  return { ...ages, [kind]: sum(counts) > MEMORY ? counts.map((count) => count / 2) : counts };
}

export function ringingCurves(ages: RingingAges): RingingCurves {
  return { answered: cumulative(ages.answered), other: cumulative(ages.other) };
}

/** Seconds within which the ringing of practically every call of either kind has ended. */
export function settledAfter(ages: RingingAges): number {
  const both = ages.answered.map((count, age) => count + (ages.other[age] ?? 0));
  const curve = cumulative(both);
  return curve.findIndex((share) => share >= 0.995);
}

/** A curve between its whole seconds; 0 before the start, 1 beyond its end. */
export function along(curve: readonly number[], seconds: number): number {
  if (seconds <= 0) return 0;
  const low = Math.floor(seconds);
  const from = curve[low];
  const to = curve[low + 1];
  if (from === undefined || to === undefined) return 1;
  return from + (seconds - low) * (to - from);
}

function cumulative(counts: readonly number[]): readonly number[] {
  const total = sum(counts);
  let reached = 0;
  return [0, ...counts.map((count) => (reached += count / total))];
}

function scaled(counts: readonly number[], total: number): readonly number[] {
  const factor = total / sum(counts);
  return counts.map((count) => count * factor);
}

function sum(values: readonly number[]): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
