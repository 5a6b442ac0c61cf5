// The cap judged over thirty days. Nothing is rounded: the expected losses are those the cap
// allows, less a margin, and a surplus or deficit is made up over the rest of the day and a little
// beyond. Chance decides whether a day of one agent ends with three losses or six; its expectation
// stays under the cap. Losses ahead of the answers that allow them are a deficit, and a deficit of
// two stops all risk until some of it is made up.

import { usualUse } from './limit-use.ts';
import { BURST, type BudgetFacts, LEAST_LOSSES, type LossBudget, RISK } from './loss-budget.ts';

// Found by experiment on the development scenarios and tried on others (docs/pacing.md).
/**
 * Part of the cap kept as a margin: small teams have few answers to even out an unlucky loss.
 */
const MARGIN = { least: 0.015, alone: 0.07 } as const;
/**
 * Answers beyond today's over which a surplus or deficit is spread: correcting faster wastes more
 * than it saves.
 */
const BEYOND = { least: 100, alone: 100 } as const;
/**
 * How strongly a balance of one loss moves the limit, as an exponent: for one agent a change of e
 * per 10 losses.
 */
const GAIN = { least: 0.05, alone: 0.05 } as const;

export function thirtyDaysBudget({
  cap,
  recent,
  toCome,
  online,
  team,
  use,
}: BudgetFacts): LossBudget {
  const planned = cap * (1 - MARGIN.least - MARGIN.alone / Math.sqrt(team));
  const lossesLeft = planned * (recent.answered + toCome) - recent.abandoned;
  if (lossesLeft <= LEAST_LOSSES['thirty-days'] || cap === 0) {
    return { answersToCome: toCome, lossesLeft, allowance: 0, riskLimit: 0 };
  }
  const beyond = BEYOND.least + BEYOND.alone / team;
  const share = (lossesLeft + planned * beyond) / (toCome + beyond);
  const allowance = Math.min(BURST * cap, Math.max(0, share));
  const gain = GAIN.least + GAIN.alone / Math.sqrt(team);
  const balance = planned * recent.answered - recent.abandoned;
  const risk = (allowance / usualUse(use, online)) * Math.exp(gain * balance);
  const riskLimit = Math.min(RISK.most, Math.max(RISK.least, risk));
  return { answersToCome: toCome, lossesLeft, allowance, riskLimit };
}
