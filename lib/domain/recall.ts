// When the next call falls. A wish is never moved earlier: it moves on to the next allowed moment, and when that lies
// past a limit there is no next call at all (CAM-9, CAM-10, CLS-7). Nothing falls outside the hours.
import { endOfDay, type HoursInZone, nextOpen } from './calendar.ts';
import type { Gate } from './gate.ts';
import { type Instant, instant, plus, toIso } from './instant.ts';

export interface RecallWish {
  /** When the rule, the classifier or the agent would like the call; the past means now. */
  readonly wanted: Instant;
  /** Recalls only then (CAM-10). */
  readonly hours?: HoursInZone;
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
  const at = wish.hours === undefined ? wanted : nextOpen(wish.hours, wanted);
  const gates: Gate[] = [];
  if (wish.hours !== undefined) gates.push(hoursGate(wanted, at));
  if (at === undefined) return never('the recall hours never open', gates);
  if (wish.lastDate !== undefined) gates.push(lastDateGate(at, wish.lastDate, wish.zone));
  if (wish.longest !== undefined) gates.push(longestGate(at, plus(wish.now, wish.longest)));
  const failed = gates.find((gate) => !gate.passed && gate.gate !== 'recall-hours');
  if (failed === undefined) return { verdict: { kind: 'at', at }, gates };
  return never(`the next allowed moment is past the ${BECAUSE[failed.gate] ?? failed.gate}`, gates);
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
