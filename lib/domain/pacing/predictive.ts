// The look-ahead. A call started now will, if answered, be answered some seconds from now. It is lost when
// the answers that come before it leave no agent for it, of those free now and those who will be free by
// then. Calls are started one by one while that chance stays under a limit; the limit is the price of a
// lost call and comes from the day's budget (decision record 0004).

import { answerChance } from './answer-rate.ts';
import { type Budget, budgetOf } from './budget.ts';
import type { PacingDecision, PacingFacts, PacingFigures, PacingGate } from './facts.ts';
import { floorFigures } from './floor.ts';
import { answersWithin, foresee, freeBy, type Moment } from './foresight.ts';
import { along } from './ringing.ts';
import { Surplus } from './surplus.ts';

/** Calls one decision starts at most: a burst for every agent online, a few for the smallest team. */
const MOST = { fixed: 40, perAgent: 6 } as const;

interface Forecast {
  readonly surplus: Surplus;
  /** Chance that a call started now is answered by this moment. */
  readonly joins: number;
  readonly expectedAnswers: number;
  readonly expectedFree: number;
}

export function predictive(facts: PacingFacts): PacingDecision {
  const floor = floorFigures(facts);
  const { settings, learnt, recent, now } = facts;
  const rate = answerChance(learnt.rate);
  const chance = Math.min(0.95, Math.max(0.01, rate.chance + CAUTION.errors * rate.error));
  const { moments, contactSeconds } = foresee(learnt.outlook, settings.connectThresholdMs / 1000);
  const capacity = floor.online / contactSeconds;
  const budget = budgetOf({ now, cap: settings.cap, recent, capacity });
  const most = MOST.fixed + MOST.perAgent * floor.online;
  const forecasts = moments.map((moment) => forecastAt(facts, moment, chance, most));
  const { calls, taken, refused } = startWhileBearable(forecasts, budget.riskLimit, most);
  const figures = {
    ...floor,
    ...predicted(chance, budget, forecasts),
    riskTaken: taken,
    riskRefused: refused,
  };
  return { calls, gates: gatesOf(facts, budget, refused), figures };
}

export const CAUTION = { errors: 0.5 };

function startWhileBearable(forecasts: readonly Forecast[], limit: number, most: number) {
  let calls = 0;
  let taken = 0;
  let refused = riskOf(forecasts);
  while (calls < most && refused <= limit + 1e-9) {
    calls++;
    taken = refused;
    for (const { surplus, joins } of forecasts) surplus.addAnswer(joins);
    refused = riskOf(forecasts);
  }
  return { calls, taken, refused };
}

function riskOf(forecasts: readonly Forecast[]): number {
  let sum = 0;
  for (const { surplus } of forecasts) sum += surplus.noAgentLeft();
  return sum / forecasts.length;
}

function forecastAt(
  { agents, calls, learnt, now }: PacingFacts,
  moment: Moment,
  chance: number,
  most: number,
): Forecast {
  const surplus = new Surplus(agents.length, calls.length + most);
  let expectedFree = 0;
  let expectedAnswers = 0;
  for (const agent of agents) {
    const elapsed = (now - agent.since) / 1000;
    let free = 0;
    if (agent.state === 'free') free = 1;
    else if (agent.state === 'talking') free = freeBy(moment.afterTalk, elapsed);
    else if (agent.state === 'wrap-up') free = freeBy(moment.afterWrapUp, elapsed);
    expectedFree += free;
    surplus.addAgent(free);
  }
  for (const call of calls) {
    const age = (now - call.since) / 1000;
    const answers =
      call.state === 'waiting' ? 1 : answersWithin(learnt.outlook, chance, age, moment.answeredIn);
    expectedAnswers += answers;
    surplus.addAnswer(answers);
  }
  const joins = chance * along(learnt.outlook.ringing.answered, moment.answeredIn);
  return { surplus, joins, expectedAnswers, expectedFree };
}

function predicted(chance: number, budget: Budget, forecasts: readonly Forecast[]) {
  const mean = (pick: (forecast: Forecast) => number) =>
    forecasts.reduce((sum, forecast) => sum + pick(forecast), 0) / forecasts.length;
  return {
    answerChance: chance,
    expectedAnswers: mean((forecast) => forecast.expectedAnswers),
    expectedFree: mean((forecast) => forecast.expectedFree),
    ...budget,
  } satisfies Partial<PacingFigures>;
}

function gatesOf(facts: PacingFacts, budget: Budget, refused: number): readonly PacingGate[] {
  const { recent, settings } = facts;
  const share = recent.answered === 0 ? 0 : recent.abandoned / recent.answered;
  return [
    { gate: 'share-under-cap', passed: share <= settings.cap, saw: share, limit: settings.cap },
    { gate: 'losses-left', passed: budget.lossesLeft >= 1, saw: budget.lossesLeft, limit: 1 },
    {
      gate: 'risk-of-next-call',
      passed: refused <= budget.riskLimit,
      saw: refused,
      limit: budget.riskLimit,
    },
  ];
}
