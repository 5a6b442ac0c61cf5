// The day's budget of abandoned calls. The cap is judged when the day ends, so what matters is how many
// whole losses still fit and how many answers they have to last for. Early in the day the budget is a
// guess and the pace hardly moves; late in the day it is known and decides; when no whole loss fits any
// more, nothing is risked.

import type { RecentShare } from './facts.ts';

export interface Budget {
  /** Live answers still expected today. */
  readonly answersToCome: number;
  /** Whole losses that may still happen. */
  readonly lossesLeft: number;
  /** Share of the coming answers that may be lost; 0 when none may. */
  readonly allowance: number;
  /** Largest chance to find no agent that a call started now may have. */
  readonly riskLimit: number;
}

export interface BudgetInput {
  readonly now: number;
  readonly cap: number;
  readonly recent: RecentShare;
  /** Live answers per second that the agents online could serve at most. */
  readonly capacity: number;
}

export const STEERING = {
  start: 1.5,
  gain: 0.1,
  doubt: 1.3,
  spare: 0.2,
  burst: 3,
  lowest: 0.004,
  highest: 0.25,
};

export function budgetOf({ now, cap, recent, capacity }: BudgetInput): Budget {
  const { start, gain, doubt, spare, burst, lowest, highest } = STEERING;
  const elapsed = Math.max(0, now - recent.since) / 1000;
  const left = Math.max(0, recent.until - now) / 1000;
  const perSecond = Math.min(capacity, (recent.answered + capacity * 600) / (elapsed + 600));
  const answersToCome = perSecond * left;
  const surely = recent.answered + Math.max(0, answersToCome - doubt * Math.sqrt(answersToCome));
  const lossesLeft = Math.floor(cap * surely - recent.abandoned);
  if (lossesLeft < 1) return { answersToCome, lossesLeft, allowance: 0, riskLimit: 0 };
  const allowance = Math.min(burst * cap, (lossesLeft - spare) / Math.max(1, answersToCome));
  const balance = cap * recent.answered - recent.abandoned;
  const risk = start * allowance * Math.exp(gain * balance);
  return {
    answersToCome,
    lossesLeft,
    allowance,
    riskLimit: Math.min(highest, Math.max(lowest, risk)),
  };
}
