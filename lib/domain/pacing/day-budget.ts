// The cap judged every day. Whole losses only: a day with room for four and a half bears four. They are spread
// evenly, since the first small risk frees far more agents than the last; the pace hardly follows chance early in
// the day, keeps something back for the end, and without room for one whole loss all but stops risking.

import { BURST, type Budget, type Means, RISK } from './spending.ts';

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
/** The risk taken without any loss left: 1 in 500 answers. */
const LAST_RESORT = 0.002;

export function dayBudget({ cap, recent, toCome, online }: Means): Budget {
  const surely = Math.max(0, toCome - DOUBT * Math.sqrt(toCome));
  const margin = Math.min(MARGIN.most, MARGIN.share * cap * (recent.answered + surely));
  const room = cap * (recent.answered + surely) - recent.abandoned - margin;
  const lossesLeft = Math.floor(room);
  if (lossesLeft < 1) {
    const riskLimit = room < 0 || cap === 0 ? 0 : LAST_RESORT;
    return { answersToCome: toCome, lossesLeft, allowance: 0, riskLimit };
  }
  const clump = SPARE.clump * (1 - 1 / Math.sqrt(online));
  const spare = SPARE.some + SPARE.perLog * Math.log(lossesLeft) + clump;
  const planned = Math.max(0, lossesLeft - spare);
  const allowance = Math.min(BURST * cap, planned / Math.max(1, toCome));
  const balance = cap * recent.answered - recent.abandoned;
  const risk = allowance * (1 + SMALL_TEAM / Math.sqrt(online)) * Math.exp(GAIN * balance);
  const riskLimit = Math.min(RISK.most, Math.max(RISK.least, risk));
  return { answersToCome: toCome, lossesLeft, allowance, riskLimit };
}
