// What the learned curves say about particular agents and calls: when would a call started now be
// answered, who will be free by then, which calls in flight will be answered before it.

import type { Outlook } from './call-model.ts';
import { DURATION_EDGES, survival } from './durations.ts';
import { along } from './ringing.ts';

/** One moment at which a call started now may be answered. */
export interface AnswerMoment {
  /** Seconds from now. */
  readonly answeredIn: number;
  /** Chance that an agent this many seconds into a talk (a wrap-up) can take that call. */
  freeAfterTalk(elapsed: number): number;
  freeAfterWrapUp(elapsed: number): number;
}

export interface LookAhead {
  /** Seconds a person who answered waits for an agent. */
  readonly patience: number;
  /** Equally likely answer moments, soonest first. */
  readonly moments: readonly AnswerMoment[];
  /** Mean seconds of a talk and its wrap-up. */
  readonly contactSeconds: number;
  /** Mean seconds from a call's start to a person's answer, and to any other end. */
  readonly untilAnswer: number;
  readonly untilOtherEnd: number;
}

/** Answer moments looked at; more of them do not change decisions noticeably. */
const MOMENTS = 3;
/** Beyond this many seconds into a contact its chance to end is taken as constant. */
const LONGEST = 900;

const known = new WeakMap<Outlook, LookAhead>();

/** What follows from an outlook; remembered with it, since an outlook serves many decisions. */
export function lookAhead(outlook: Outlook, patience: number): LookAhead {
  const before = known.get(outlook);
  if (before?.patience === patience) return before;
  const reach = LONGEST + outlook.ringing.answered.length + Math.ceil(patience) + 2;
  const talk = survival(outlook.talk, reach);
  const wrapUp = survival(outlook.wrapUp, reach);
  const moments = Array.from({ length: MOMENTS }, (_, i) => {
    const answeredIn = quantile(outlook.ringing.answered, (i + 0.5) / MOMENTS);
    return momentAt(talk, wrapUp, answeredIn, answeredIn + patience);
  });
  const contactSeconds = mean(outlook.talk) + mean(outlook.wrapUp);
  const untilAnswer = meanOf(outlook.ringing.answered);
  const untilOtherEnd = meanOf(outlook.ringing.other);
  const ahead = { patience, moments, contactSeconds, untilAnswer, untilOtherEnd };
  known.set(outlook, ahead);
  return ahead;
}

/**
 * Chance that a call of this age, in seconds, is answered within the next `within` seconds, by
 * Bayes from the campaign's answer chance: the longer it has been ringing, the less it resembles
 * the answered ones.
 */
export function answersWithin(
  outlook: Outlook,
  answerChance: number,
  age: number,
  within: number,
): number {
  const { answered, other } = outlook.ringing;
  const gone = along(answered, age);
  const still = answerChance * (1 - gone) + (1 - answerChance) * (1 - along(other, age));
  return still < 1e-9 ? 0 : (answerChance * (along(answered, age + within) - gone)) / still;
}

function momentAt(
  talk: Float64Array,
  wrapUp: Float64Array,
  answeredIn: number,
  by: number,
): AnswerMoment {
  return {
    answeredIn,
    freeAfterTalk: perSecond((elapsed) => talkAndWrapUp(talk, wrapUp, elapsed, by)),
    freeAfterWrapUp: perSecond((elapsed) => {
      const still = wrapUp[elapsed] ?? 0;
      return still < 1e-9 ? 1 : 1 - between(wrapUp, elapsed + by) / still;
    }),
  };
}

/** A chance by whole seconds elapsed, worked out when first asked for. */
function perSecond(chance: (elapsed: number) => number): (elapsed: number) => number {
  const table = new Float64Array(LONGEST + 1).fill(-1);
  return (elapsed) => {
    const second = Math.min(LONGEST, Math.max(0, Math.floor(elapsed)));
    const before = table[second] ?? -1;
    if (before >= 0) return before;
    const worked = chance(second);
    table[second] = worked;
    return worked;
  };
}

/** Chance that a talk of this age and the wrap-up after it are both over within `by` seconds. */
function talkAndWrapUp(
  talk: Float64Array,
  wrapUp: Float64Array,
  elapsed: number,
  by: number,
): number {
  const still = talk[elapsed] ?? 0;
  if (still < 1e-9) return 1;
  let done = 0;
  let before = still;
  for (let second = 0; second < by; second++) {
    const after = between(talk, elapsed + Math.min(second + 1, by));
    done += (before - after) * (1 - between(wrapUp, by - second - 0.5));
    before = after;
  }
  return Math.min(1, done / still);
}

function between(alive: Float64Array, seconds: number): number {
  if (seconds <= 0) return 1;
  const low = Math.floor(seconds);
  const from = alive[low] ?? 0;
  return from + (seconds - low) * ((alive[low + 1] ?? from) - from);
}

/** Mean of the duration with this hazard, in seconds. */
function mean(hazard: readonly number[]): number {
  let left = 1;
  let total = 0;
  hazard.forEach((perSecond, bin) => {
    const width =
      (DURATION_EDGES[bin + 1] ?? Number.POSITIVE_INFINITY) - (DURATION_EDGES[bin] ?? 0);
    const after = left * Math.exp(-perSecond * width);
    total += (left - after) / Math.max(1e-6, perSecond);
    left = after;
  });
  return total;
}

/** Mean of what ends along this curve over whole seconds. */
function meanOf(curve: readonly number[]): number {
  let total = -0.5;
  for (const ended of curve) total += 1 - ended;
  return total;
}

function quantile(curve: readonly number[], share: number): number {
  const above = curve.findIndex((reached) => reached >= share);
  const from = curve[above - 1] ?? 0;
  const to = curve[above] ?? 1;
  return above - 1 + (to > from ? (share - from) / (to - from) : 0);
}
