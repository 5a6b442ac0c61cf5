// How long do talks and wrap-ups last? Kept as a hazard over bins that widen with the duration: for
// each bin, how many ended in it and how many seconds were spent in it. That way a talk still going
// on is evidence too, and the size stays constant. Where a bin has
// little data, the log-normal of the same mean and spread stands in: service times follow it
// remarkably well (Brown et al., JASA 2005).

import { normalCumulative } from './normal-distribution.ts';

export interface Durations {
  /** Contacts that ended in each bin. */
  readonly ended: readonly number[];
  /** Seconds contacts spent in each bin. */
  readonly spent: readonly number[];
}

/** Lower edges of the bins in seconds; the last bin is open. */
export const DURATION_EDGES: readonly number[] = edges();
/** Contacts remembered before all counts are halved. */
const MEMORY = 4000;
/** The guess before the first contact weighs as much as this many contacts. */
const PRIOR_CONTACTS = 4;
/** The log-normal weighs as much as the contacts seen, and at most this many. */
const SHAPE_CONTACTS = 30;

/** A memoryless guess of the given mean (seconds), soon outweighed by what happens. */
export function emptyDurations(mean: number): Durations {
  const longerThan = (seconds: number) => Math.exp(-seconds / mean);
  const spent = DURATION_EDGES.map(
    (edge, bin) => PRIOR_CONTACTS * mean * (longerThan(edge) - longerThan(endOf(bin))) + 1e-3,
  );
  return { spent, ended: spent.map((seconds) => seconds / mean) };
}

export function noteDuration(durations: Durations, seconds: number): Durations {
  const spent = exposed(durations.spent, seconds);
  const ended = [...durations.ended];
  const bin = binOf(seconds);
  ended[bin] = (ended[bin] ?? 0) + 1;
  const total = ended.reduce((sum, count) => sum + count, 0);
  if (total <= MEMORY) return { ended, spent };
  return { ended: ended.map((count) => count / 2), spent: spent.map((count) => count / 2) };
}

/**
 * Chance per second to end, for each bin; `running` are the durations so far of contacts not ended.
 */
export function hazards(durations: Durations, running: readonly number[]): readonly number[] {
  let spent = durations.spent;
  for (const seconds of running) spent = exposed(spent, seconds);
  const longerThan = logNormalLike(durations.ended);
  const total = durations.ended.reduce((sum, count) => sum + count, 0);
  const seen = Math.max(0, Math.floor(total - PRIOR_CONTACTS));
  const weight = Math.min(SHAPE_CONTACTS, seen);
  return durations.ended.map((count, bin) => {
    const [from, to] = [DURATION_EDGES[bin] ?? 0, endOf(bin)];
    const [before, after] = [longerThan(from), longerThan(to)];
    const shapeEnded = weight * (before - after);
    const shapeSpent = (weight * (to - from) * (before + after)) / 2;
    return (count + shapeEnded) / ((spent[bin] ?? 1) + shapeSpent);
  });
}

/**
 * Share of contacts longer than so many seconds, by the log-normal with the mean and spread of
 * these.
 */
function logNormalLike(ended: readonly number[]): (seconds: number) => number {
  const logs = ended.map((_, bin) => Math.log(((DURATION_EDGES[bin] ?? 0) + endOf(bin)) / 2));
  const total = ended.reduce((sum, count) => sum + count, 0);
  const mean = ended.reduce((sum, count, bin) => sum + count * (logs[bin] ?? 0), 0) / total;
  const variance =
    ended.reduce((sum, count, bin) => sum + count * ((logs[bin] ?? 0) - mean) ** 2, 0) / total;
  const spread = Math.sqrt(Math.max(0.01, variance));
  return (seconds) =>
    seconds <= 0 ? 1 : 1 - normalCumulative((Math.log(seconds) - mean) / spread);
}

/** The last bin is open: twice its beginning stands for its end. */
const endOf = (bin: number): number => DURATION_EDGES[bin + 1] ?? (DURATION_EDGES[bin] ?? 0) * 2;

/** Share of contacts that last longer than each whole second from 0 to `seconds`. */
export function survival(hazard: readonly number[], seconds: number): Float64Array {
  const alive = new Float64Array(seconds + 1);
  let bin = 0;
  let left = 1;
  for (let second = 0; second <= seconds; second++) {
    alive[second] = left;
    while ((DURATION_EDGES[bin + 1] ?? Number.POSITIVE_INFINITY) <= second) bin++;
    left *= Math.exp(-(hazard[bin] ?? 0));
  }
  return alive;
}

function exposed(spent: readonly number[], seconds: number): readonly number[] {
  return spent.map((sum, bin) => {
    const from = DURATION_EDGES[bin] ?? 0;
    const to = DURATION_EDGES[bin + 1] ?? Number.POSITIVE_INFINITY;
    return seconds <= from ? sum : sum + Math.min(seconds, to) - from;
  });
}

function binOf(seconds: number): number {
  const above = DURATION_EDGES.findIndex((edge) => edge > seconds);
  return above < 0 ? DURATION_EDGES.length - 1 : Math.max(0, above - 1);
}

function edges(): readonly number[] {
  const list = [0];
  let width = 2;
  for (let edge = width; edge < 1800; edge += width) {
    list.push(edge);
    width *= 1.22;
  }
  return list;
}
