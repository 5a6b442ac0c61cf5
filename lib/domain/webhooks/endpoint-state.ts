// How an endpoint is doing, and how its deliveries take turns. One that answers at once is told of
// each event as it comes. One that fails or is slow is held: its deliveries wait in a line of their
// own, which one function at a time works off, so that no other endpoint waits with it.
import { type Instant, instant, plus } from '../model/instant.ts';
import type { Try, TryOutcome } from './delivery.ts';

export interface EndpointState {
  /** Counts changes; 0 while nothing was stored. */
  readonly version: number;
  /** Its deliveries wait in line. */
  readonly held: boolean;
  /** Looks in a row at which nothing could be delivered. */
  readonly failures: number;
  /** Since when every try has failed. */
  readonly failingSince?: Instant | undefined;
  readonly disabled?: Disabled | undefined;
  /** When the line is worked next, if somebody has been asked to. */
  readonly wakeAt?: Instant | undefined;
  /** Until when a function has the right to work the line. */
  readonly lineUntil?: Instant | undefined;
}

interface Disabled {
  readonly at: Instant;
  readonly because: 'failing' | 'gone';
  readonly since: Instant;
  /** Whether the journal has it. */
  readonly told: boolean;
}

export const SOUND: EndpointState = { version: 0, held: false, failures: 0 };

/** Milliseconds for an answer; an endpoint that takes longer is held. */
const SLOW = 2000;
/** Seconds of nothing but failures after which an endpoint is switched off. */
export const DISABLED_AFTER = 5 * 86_400;
/** Seconds between two looks at an endpoint that fails. */
const LOOKS = [5, 30, 120, 300] as const;
/** Requests at the same time to an endpoint in line; one while it fails. */
const AT_ONCE = 5;
/**
 * The longest a queue keeps a message back, seconds; further ahead, it is asked again on the way.
 */
const LONGEST_DELAY = 900;
/** Seconds after which a wake that nothing came of is taken for lost. */
const LOST_AFTER = 120;

export const atOnce = ({ failures }: EndpointState): number => (failures === 0 ? AT_ONCE : 1);

export interface Tried {
  readonly attempt: Try;
  readonly outcome: TryOutcome;
}

/** The state after tries made at the same time. */
export function afterTries(state: EndpointState, tries: readonly Tried[]): EndpointState {
  const [first] = tries;
  if (first === undefined) return state;
  const { at } = first.attempt;
  const gone = tries.some(({ outcome }) => outcome.kind === 'gone');
  if (!gone && tries.some(({ outcome }) => outcome.kind === 'delivered')) {
    const slow = tries.some(({ attempt }) => attempt.milliseconds > SLOW);
    return { ...state, failures: 0, failingSince: undefined, held: slow };
  }
  const { failingSince = at } = state;
  const failing = { ...state, failures: state.failures + 1, failingSince, held: true };
  const tooLong = at - failingSince >= DISABLED_AFTER * 1000;
  if (!gone && !tooLong) return failing;
  const because = gone ? 'gone' : 'failing';
  return { ...failing, disabled: { at, because, since: failingSince, told: false } };
}

/** When the line is to be worked again after a look at which nothing could be delivered. */
export const nextLook = ({ failures }: EndpointState, now: Instant): Instant =>
  plus(now, LOOKS[Math.min(failures, LOOKS.length) - 1] ?? 0);

/** As far ahead as a queue can be asked. */
export const wakeFor = (wanted: Instant, now: Instant): Instant =>
  instant(Math.min(Math.max(wanted, now), plus(now, LONGEST_DELAY)));

/** Somebody has been asked to work the line by then, and will. */
export function isAwoken({ wakeAt }: EndpointState, wanted: Instant, now: Instant): boolean {
  return wakeAt !== undefined && wakeAt <= wanted && wakeAt > plus(now, -LOST_AFTER);
}

/** Something has waited so long that whoever was to come will not. */
export function isStuck(state: EndpointState, due: Instant | undefined, now: Instant): boolean {
  const { disabled, lineUntil, wakeAt } = state;
  const lost = plus(now, -LOST_AFTER);
  if (due === undefined || disabled !== undefined || due > lost) return false;
  return (lineUntil === undefined || lineUntil <= now) && (wakeAt === undefined || wakeAt <= lost);
}

export const enabled = (state: EndpointState): EndpointState => ({
  ...state,
  ...{ disabled: undefined, failures: 0, failingSince: undefined, held: true },
});
