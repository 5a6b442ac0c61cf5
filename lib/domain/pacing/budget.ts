// What a started call may risk. The cap is judged over a window, so what matters is how many losses
// still fit into it and how many answers they have to last for. A day judged by itself allows whole
// losses only, and never one too many; over thirty days a single day may end a loss above or below,
// as long as the days balance (decision 0011).

import { answersToCome } from './answers-to-come.ts';
import { dayBudget } from './day-budget.ts';
import type { BudgetFacts, LossBudget } from './loss-budget.ts';
import type { CapWindow } from './settings.ts';
import { thirtyDaysBudget } from './thirty-days-budget.ts';

export interface BudgetInput extends Omit<BudgetFacts, 'toCome'> {
  readonly now: number;
  readonly window: CapWindow;
  /** Mean seconds an agent is busy with one contact. */
  readonly contactSeconds: number;
}

const BUDGETS: Readonly<Record<CapWindow, (facts: BudgetFacts) => LossBudget>> = {
  day: dayBudget,
  'thirty-days': thirtyDaysBudget,
};

export function budgetOf(input: BudgetInput): LossBudget {
  const { now, recent, team, contactSeconds } = input;
  const toCome = answersToCome({ now, recent, online: team, contactSeconds });
  return BUDGETS[input.window]({ ...input, toCome });
}
