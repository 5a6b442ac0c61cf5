// The cap judged every day. The guarantee itself is given elsewhere (worst-case.ts): calls in
// flight use up the losses that the answers so far allow. So losses are not planned ahead but saved
// up: a day begins with one call per free agent and risks little while only few calls in flight are
// allowed. Once as many are allowed as the team needs it spends what it earns, and towards the end
// of the day what it has saved.

import { BURST, type BudgetFacts, type LossBudget, RISK } from './loss-budget.ts';
import { bearableLosses } from './worst-case.ts';

// Found by experiment on the development scenarios (docs/pacing.md); results hardly depend on them.
/** Risk per allowed share: most calls of a small team are started well below the limit. */
const SMALL_TEAM = 0.7;
/** Losses saved up: one, and those for the calls usually in flight and their fluctuation. */
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
