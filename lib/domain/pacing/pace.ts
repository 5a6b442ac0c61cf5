// How many calls to start now. One pure function over a table of modes: every mode sees the same facts and
// returns the number with the gates it checked, so that "why so few?" can be answered from the journal.

import type { PacingDecision, PacingFacts } from './facts.ts';
import { floorFigures } from './floor.ts';
import { predictive } from './predictive.ts';
import type { PacingMode } from './settings.ts';
import { preview, progressive, ratio } from './simple-modes.ts';

const MODES: Readonly<Record<PacingMode, (facts: PacingFacts) => PacingDecision>> = {
  preview,
  progressive,
  predictive,
  ratio,
};

/** Calls to start now (NEW-6, DIA-1, DIA-2), never more than the campaign's lines allow. */
export function pace(facts: PacingFacts): PacingDecision {
  const { online } = floorFigures(facts);
  const staffed = { gate: 'agents-online', passed: online > 0, saw: online };
  if (!staffed.passed) return { calls: 0, gates: [staffed], figures: floorFigures(facts) };
  const wish = MODES[facts.mode](facts);
  return withinLines(facts, { ...wish, gates: [staffed, ...wish.gates] });
}

function withinLines(facts: PacingFacts, wish: PacingDecision): PacingDecision {
  const limit = facts.settings.maxCallsInFlight;
  if (limit === undefined) return wish;
  const room = Math.max(0, limit - facts.calls.length);
  const gate = { gate: 'lines', passed: wish.calls <= room, saw: facts.calls.length, limit };
  return { ...wish, calls: Math.min(wish.calls, room), gates: [...wish.gates, gate] };
}
