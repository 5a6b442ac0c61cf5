// What the learnt curves say about particular agents and calls: when would a call started now be answered,
// who will be free by then, which calls in flight will be answered before it.

import { survival } from './durations.ts';
import type { Outlook } from './learnt.ts';
import { along } from './ringing.ts';

/** One moment at which a call started now may be answered. */
export interface Moment {
  /** Seconds from now. */
  readonly answeredIn: number;
  /** Chance that an agent this many whole seconds into a talk (a wrap-up) can take that call. */
  readonly afterTalk: Float64Array;
  readonly afterWrapUp: Float64Array;
}

/** Equally likely answer moments looked at; more of them do not change decisions noticeably. */
const MOMENTS = 3;
/** Beyond this many seconds into a contact the chance to end is taken as constant. */
const LONGEST = 900;

export interface Foresight {
  /** Seconds a person who answered waits for an agent. */
  readonly patience: number;
  readonly moments: readonly Moment[];
  /** Mean seconds of a talk and its wrap-up. */
  readonly contactSeconds: number;
}

const known = new WeakMap<Outlook, Foresight>();

/** What follows from an outlook; remembered with it, since an outlook serves many decisions. */
export function foresee(outlook: Outlook, patience: number): Foresight {
  const before = known.get(outlook);
  if (before?.patience === patience) return before;
  const moments = Array.from({ length: MOMENTS }, (_, i) => {
    const answeredIn = quantile(outlook.ringing.answered, (i + 0.5) / MOMENTS);
    return momentAt(outlook, answeredIn, patience);
  });
  const contactSeconds = mean(outlook.talk) + mean(outlook.wrapUp);
  const foresight = { patience, moments, contactSeconds };
  known.set(outlook, foresight);
  return foresight;
}

/**
 * Chance that a call of this age, in seconds, is answered within the next `within` seconds, by Bayes from
 * the campaign's answer chance: the longer it has been ringing, the less it resembles the answered ones.
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

/** Chance that an agent this many seconds into a state is free at the moment. */
export function freeBy(table: Float64Array, elapsed: number): number {
  const second = Math.min(LONGEST, Math.max(0, Math.floor(elapsed)));
  return table[second] ?? 0;
}

function momentAt(outlook: Outlook, answeredIn: number, patience: number): Moment {
  const by = answeredIn + patience;
  const reach = LONGEST + Math.ceil(by) + 1;
  const talk = survival(outlook.talk, reach);
  const wrapUp = survival(outlook.wrapUp, reach);
  const afterTalk = new Float64Array(LONGEST + 1);
  const afterWrapUp = new Float64Array(LONGEST + 1);
  for (let elapsed = 0; elapsed <= LONGEST; elapsed++) {
    const still = wrapUp[elapsed] ?? 0;
    afterWrapUp[elapsed] = still < 1e-9 ? 1 : 1 - between(wrapUp, elapsed + by) / still;
    afterTalk[elapsed] = talkAndWrapUp(talk, wrapUp, elapsed, by);
  }
  return { answeredIn, afterTalk, afterWrapUp };
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
  for (let second = 0; second < by; second++) {
    const ends =
      between(talk, elapsed + second) - between(talk, elapsed + Math.min(second + 1, by));
    done += ends * (1 - between(wrapUp, by - second - 0.5));
  }
  return Math.min(1, done / still);
}

function mean(hazard: readonly number[]): number {
  return survival(hazard, 3 * LONGEST).reduce((sum, alive) => sum + alive, 0) - 0.5;
}

function between(alive: Float64Array, seconds: number): number {
  if (seconds <= 0) return 1;
  const low = Math.floor(seconds);
  const from = alive[low] ?? 0;
  return from + (seconds - low) * ((alive[low + 1] ?? from) - from);
}

function quantile(curve: readonly number[], share: number): number {
  const above = curve.findIndex((reached) => reached >= share);
  const from = curve[above - 1] ?? 0;
  const to = curve[above] ?? 1;
  return above - 1 + (to > from ? (share - from) / (to - from) : 0);
}
