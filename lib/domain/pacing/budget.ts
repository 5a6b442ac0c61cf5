// What a started call may risk. The cap is judged over a window, so what matters is how many losses still fit into
// it and how many answers they have to last for. A day judged by itself bears whole losses only, and never one too
// many; thirty days judged together let a day end a loss above or below, as long as days balance (decision 0011).

import { type AnswersToComeInput, answersToCome } from './answers-to-come.ts';
import { dayBudget } from './day-budget.ts';
import type { LimitUse } from './limit-use.ts';
import type { Budget, Means } from './loss-budget.ts';
import type { CapWindow } from './settings.ts';
import { thirtyDaysBudget } from './thirty-days-budget.ts';

export interface BudgetInput extends AnswersToComeInput {
  readonly window: CapWindow;
  readonly cap: number;
  readonly use: LimitUse;
  readonly usualInFlight: number;
}

const BUDGETS: Readonly<Record<CapWindow, (means: Means) => Budget>> = {
  day: dayBudget,
  'thirty-days': thirtyDaysBudget,
};
export function budgetOf(input: BudgetInput): Budget {
  const { window, cap, recent, online, use, usualInFlight } = input;
  const toCome = answersToCome(input);
  return BUDGETS[window]({ cap, recent, online, use, usualInFlight, toCome });
}
