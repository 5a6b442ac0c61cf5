// The day's budget of abandoned calls. The cap is judged when the day ends, so what matters is how many
// whole losses still fit and how many answers they have to last for. Spending them evenly pays best, since
// the first small risk frees far more agents than the last: so the pace hardly follows chance early in
// the day, keeps something back for the end, and without room for one whole loss all but stops risking.

import type { RecentShare } from './facts.ts';

export interface Budget {
  /** Live answers still expected today. */
  readonly answersToCome: number;
  /** Whole losses that may still happen; negative when the cap is already passed for the day. */
  readonly lossesLeft: number;
  /** Share of the coming answers that may be lost. */
  readonly allowance: number;
  /** Largest chance to find no agent that a call started now may have. */
  readonly riskLimit: number;
}

export interface BudgetInput {
  readonly now: number;
  readonly cap: number;
  readonly recent: RecentShare;
  /** Agents who take contacts. */
  readonly online: number;
  /** Mean seconds an agent is busy with one contact. */
  readonly contactSeconds: number;
}

// Found by experiment on the development scenarios (docs/pacing.md).
/** Risk per allowed share: most calls of a small team are started well below the limit. */
const SMALL_TEAM = 0.9;
/** How strongly a balance of one loss moves the limit, as an exponent: a change of e per 20 losses. */
const GAIN = 0.05;
/** Standard deviations by which the answers to come are understated. */
const DOUBT = 0.5;
/** Losses kept back: some, a little more the more there are, and more for teams, where they come in clumps. */
const SPARE = { some: 0.3, perLog: 0.2, clump: 0.9 } as const;
/** Calls in flight may still be lost after the last allowed one: a few losses are never planned with. */
const MARGIN = { share: 0.015, most: 4 } as const;
/** The allowance never exceeds the cap by more than this factor, however much was saved before. */
const BURST = 1.5;
/** Limits of the risk while losses are left, and the risk taken without any: 1 in 500 answers. */
const RISK = { least: 0.003, most: 0.3, lastResort: 0.002 } as const;
/** Until that many seconds of dialing the campaign's own pace counts less than the agents online. */
const WARM_UP_S = 600;
/** Share of their time agents are expected to be busy before anything was seen. */
const USUAL_BUSY = 0.85;

export function budgetOf(input: BudgetInput): Budget {
  const { cap, recent, online } = input;
  const answersToCome = expectedAnswers(input);
  const surely = Math.max(0, answersToCome - DOUBT * Math.sqrt(answersToCome));
  const margin = Math.min(MARGIN.most, MARGIN.share * cap * (recent.answered + surely));
  const room = cap * (recent.answered + surely) - recent.abandoned - margin;
  const lossesLeft = Math.floor(room);
  if (lossesLeft < 1) {
    const riskLimit = room < 0 || cap === 0 ? 0 : RISK.lastResort;
    return { answersToCome, lossesLeft, allowance: 0, riskLimit };
  }
  const clump = SPARE.clump * (1 - 1 / Math.sqrt(online));
  const spare = SPARE.some + SPARE.perLog * Math.log(lossesLeft) + clump;
  const planned = Math.max(0, lossesLeft - spare);
  const allowance = Math.min(BURST * cap, planned / Math.max(1, answersToCome));
  const balance = cap * recent.answered - recent.abandoned;
  const risk = allowance * (1 + SMALL_TEAM / Math.sqrt(online)) * Math.exp(GAIN * balance);
  const riskLimit = Math.min(RISK.most, Math.max(RISK.least, risk));
  return { answersToCome, lossesLeft, allowance, riskLimit };
}

/** Today's pace so far carried on, but never more than the agents now online can serve. */
function expectedAnswers({ now, recent, online, contactSeconds }: BudgetInput): number {
  const elapsed = Math.max(0, now - recent.since) / 1000;
  const left = Math.max(0, recent.until - now) / 1000;
  const capacity = online / contactSeconds;
  const seen = recent.answered + USUAL_BUSY * capacity * WARM_UP_S;
  return left * Math.min(capacity, seen / (elapsed + WARM_UP_S));
}
