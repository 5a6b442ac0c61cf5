// The cap judged every day. The promise itself is kept elsewhere (worst-case.ts): calls in flight
// take up the losses that the answers so far pay for. So losses are not planned ahead but saved up:
// a day begins with one call per free agent, risks little while there is room for few calls in
// flight, spends what it earns once there is room for as many as the team needs, and what was saved
// in the last part of the day.

import { BURST, type BudgetFacts, type LossBudget, RISK } from './loss-budget.ts';
import { bearableLosses } from './worst-case.ts';

// Found by experiment on the development scenarios (docs/pacing.md); the results hardly depend on
// them.
/** Risk per allowed share: most calls of a small team are started well below the limit. */
const SMALL_TEAM = 0.7;
/** Losses saved up: one, and room for the calls usually in flight and their ups and downs. */
const SAVED = { least: 1, upsAndDowns: 1 } as const;

export function dayBudget({ cap, recent, toCome, online, usualInFlight }: BudgetFacts): LossBudget {
  const room = cap * recent.answered - recent.abandoned;
  const lossesLeft = bearableLosses(recent, cap);
  if (room <= 0) return { answersToCome: toCome, lossesLeft, allowance: 0, riskLimit: 0 };
  const usual = SAVED.least + usualInFlight + SAVED.upsAndDowns * Math.sqrt(usualInFlight);
  const saved = Math.min(usual, cap * toCome);
  const allowance = cap * Math.min(BURST, room / Math.max(0.01, saved));
  const risk = allowance * (1 + SMALL_TEAM / Math.sqrt(online));
  const riskLimit = Math.min(RISK.most, Math.max(RISK.least, risk));
  return { answersToCome: toCome, lossesLeft, allowance, riskLimit };
}
