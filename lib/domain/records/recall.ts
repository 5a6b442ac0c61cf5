// When the next call falls. A wish is never moved earlier: it moves on to the next allowed moment,
// and when that lies past a limit there is no next call at all (CAM-9, CAM-10, CLS-7). Nothing
// falls outside the hours.
import { endOfDay, type HoursInZone, nextOpen, nextOpenInAll } from '../contact-hours/calendar.ts';
import { type CalleeHours, calleeGate, nextCallable } from '../contact-hours/callee-hours.ts';
import type { Gate } from '../model/gate.ts';
import { type Instant, instant, plus, toIso } from '../model/instant.ts';

export interface RecallWish {
  /** When the rule, the classifier or the agent would like the call; the past means now. */
  readonly wanted: Instant;
  /** Recalls only then (CAM-10). */
  readonly hours?: HoursInZone;
  /** Nor at other times than are allowed where the callee is (NEW-7). */
  readonly callee?: CalleeHours;
  /** The centre's zone, in which `lastDate` is meant. */
  readonly zone: string;
  /** YYYY-MM-DD, the last day on which a call may fall (CAM-9). */
  readonly lastDate?: string;
  /** Seconds from now past which the classifier allows no recall (CLS-7). */
  readonly longest?: number;
  readonly now: Instant;
}

type RecallVerdict =
  | { readonly kind: 'at'; readonly at: Instant }
  | { readonly kind: 'never'; readonly because: string };

export interface Recall {
  readonly verdict: RecallVerdict;
  readonly gates: readonly Gate[];
}

/** The first allowed moment from the wanted one on, with what was looked at. */
export function scheduleRecall(wish: RecallWish): Recall {
  const wanted = instant(Math.max(wish.wanted, wish.now));
  const { hours, callee } = wish;
  const opening = hours && ((from: Instant) => nextOpen(hours, from));
  const callable = callee && ((from: Instant) => nextCallable(callee, from));
  const at = nextOpenInAll(
    [opening, callable].filter((each) => each !== undefined),
    wanted,
  );
  const gates: Gate[] = [];
  if (opening !== undefined) gates.push(hoursGate(wanted, opening(wanted)));
  if (callee !== undefined) gates.push(calleeGate(callee, wanted).gate);
  if (at === undefined) return never(neverOpen(wish, gates), gates);
  if (wish.lastDate !== undefined) gates.push(lastDateGate(at, wish.lastDate, wish.zone));
  if (wish.longest !== undefined) gates.push(longestGate(at, plus(wish.now, wish.longest)));
  const failed = gates.find((gate) => !gate.passed && !MOVES.includes(gate.gate));
  if (failed === undefined) return { verdict: { kind: 'at', at }, gates };
  return never(`the next allowed moment is past the ${BECAUSE[failed.gate] ?? failed.gate}`, gates);
}

/** Gates that move a recall on instead of forbidding it. */
const MOVES = ['recall-hours', 'callee-hours'];

function neverOpen({ callee }: RecallWish, gates: readonly Gate[]): string {
  const closed = gates.some(({ gate, wanted }) => gate === 'recall-hours' && wanted === undefined);
  if (callee === undefined || closed) return 'the recall hours never open';
  return 'the recall hours and those allowed where the callee is never meet';
}

const BECAUSE: Readonly<Record<string, string>> = {
  'last-date': 'last date of the campaign',
  'longest-recontact': 'longest recontact period of the classifier',
};

function never(because: string, gates: readonly Gate[]): Recall {
  return { verdict: { kind: 'never', because }, gates };
}

/** Not passed means moved: the call is later than wanted. */
function hoursGate(wanted: Instant, at: Instant | undefined): Gate {
  const gate = { gate: 'recall-hours', passed: at === wanted, saw: toIso(wanted) };
  return at === undefined ? gate : { ...gate, wanted: toIso(at) };
}

function lastDateGate(at: Instant, lastDate: string, zone: string): Gate {
  const passed = at < endOfDay(lastDate, zone);
  return { gate: 'last-date', passed, saw: toIso(at), wanted: lastDate };
}

function longestGate(at: Instant, latest: Instant): Gate {
  return { gate: 'longest-recontact', passed: at <= latest, saw: toIso(at), wanted: toIso(latest) };
}
