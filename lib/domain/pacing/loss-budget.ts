// What the budgets of both windows share: their input, their result and their limits.

import type { RecentShare } from './facts.ts';
import type { LimitUse } from './limit-use.ts';
import type { CapWindow } from './settings.ts';

export interface LossBudget {
  /** Live answers still expected today. */
  readonly answersToCome: number;
  /**
   * Losses that may still happen, now or until today ends; negative when more happened than the cap
   * allows.
   */
  readonly lossesLeft: number;
  /** Share of the coming answers that may be lost. */
  readonly allowance: number;
  /** Largest chance to find no agent that a call started now may have. */
  readonly riskLimit: number;
}

/** The input of a window's budget. */
export interface BudgetFacts {
  readonly cap: number;
  readonly recent: RecentShare;
  readonly toCome: number;
  /** Agents who take contacts of the campaign. */
  readonly online: number;
  /** As many agents as the campaign keeps busy: all of them, or its part when others share them. */
  readonly team: number;
  readonly use: LimitUse;
  /** Calls of the campaign usually in flight when every agent is busy all the time. */
  readonly usualInFlight: number;
}

/** Limits of the risk while losses are left. */
export const RISK = { least: 0.003, most: 0.3 } as const;
/** The allowance is at most this many times the cap, however much was saved before. */
export const BURST = 1.5;

/** With fewer losses left, nothing is risked on purpose. */
export const LEAST_LOSSES: Readonly<Record<CapWindow, number>> = { day: 1, 'thirty-days': -2 };
