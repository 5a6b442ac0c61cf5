// How many calls to start now. One pure function over a table of modes: every mode sees the same facts and
// returns the number with the gates it checked, so that "why so few?" can be answered from the journal.

import type { PacingDecision, PacingFacts } from './facts.ts';
import { predictive } from './predictive.ts';
import type { PacingMode } from './settings.ts';
import { preview, progressive, ratio } from './simple-modes.ts';
import { staffing } from './staffing.ts';
import { startLimitGate, startLimits } from './start-limits.ts';

/** What a mode would start. */
type Wish = (facts: PacingFacts, room: number) => PacingDecision;

const MODES: Readonly<Record<PacingMode, Wish>> = { preview, progressive, predictive, ratio };

/** Calls to start now (NEW-6, DIA-1, DIA-2), never more than the campaign's lines and Connect's rate allow. */
export function pace(facts: PacingFacts): PacingDecision {
  const { online } = staffing(facts);
  const staffed = { gate: 'agents-online', passed: online > 0, saw: online };
  if (!staffed.passed) return { calls: 0, gates: [staffed], figures: staffing(facts) };
  const rooms = startLimits(facts);
  const most = Math.min(...rooms.map(({ calls }) => calls));
  const wish = MODES[facts.mode](facts, most);
  const more = wouldStartMore(wish);
  return {
    ...wish,
    calls: Math.min(wish.calls, most),
    gates: [staffed, ...wish.gates, ...rooms.map((room) => startLimitGate(room, wish.calls, more))],
  };
}

/** A look-ahead stops where there is no room, though the next call would have been bearable. */
function wouldStartMore({ figures: { riskRefused, riskLimit } }: PacingDecision): boolean {
  return riskRefused !== undefined && riskLimit !== undefined && riskRefused <= riskLimit;
}
