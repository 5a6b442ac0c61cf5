// The look-ahead. A call started now will, if answered, be answered some seconds from now. It is lost when
// the answers that come before it leave no agent for it, of those free now and those who will be free by
// then. Calls are started one by one while that chance stays under a limit; the limit is the price of a
// lost call and comes from the budget of the window the cap is judged over (decision records 0004 and 0011).

import { answerChance, type RateEstimate } from './answer-rate.ts';
import { budgetOf } from './budget.ts';
import type { PacingDecision, PacingFacts, PacingFigures, PacingGate } from './facts.ts';
import { type Forecast, forecastAt, freeBy } from './forecast.ts';
import { type LookAhead, lookAhead } from './look-ahead.ts';
import { type Budget, LEAST_LOSSES } from './loss-budget.ts';
import { staffing } from './staffing.ts';
import { type WorstCase, worstCase } from './worst-case.ts';

/** Calls one decision starts at most, room or not: a burst for every agent online, a few for the smallest team. */
const MOST = { fixed: 40, perAgent: 6 } as const;
/** An answer chance known better than this is taken as known. */
const SURE_ENOUGH = 0.05;
/** Standard errors added to a chance that is known well enough. */
const CAUTION = 1;
/** Three points that stand for a bell curve: their distance in standard errors and their weights. */
const THREE_POINTS = [
  { errors: -1.73, weight: 1 / 6 },
  { errors: 0, weight: 2 / 3 },
  { errors: 1.73, weight: 1 / 6 },
] as const;

/** Few data or a change just now: each chance the campaign may have is looked at, not only the likeliest. */
interface PossibleChance {
  readonly chance: number;
  readonly weight: number;
}

/** @param room calls there are lines and call rate for */
export function predictive(facts: PacingFacts, room: number): PacingDecision {
  const floor = staffing(facts);
  const { settings, learnt, recent } = facts;
  const ahead = lookAhead(learnt.outlook, settings.connectThresholdMs / 1000);
  const rate = answerChance(learnt.rate);
  const budget = budgetFor(facts, floor, ahead, rate);
  const figures = { ...floor, ...budget };
  const inSight = agentsInSight(facts, ahead);
  const sight = { gate: 'agent-in-sight', saw: inSight, limit: 1 - budget.riskLimit };
  const gates = [...budgetGates(facts, budget), { ...sight, passed: inSight >= sight.limit }];
  if (inSight < sight.limit) return { calls: 0, gates, figures };
  const forecasts = forecastsOf(facts, ahead, rate);
  const worst = settings.window === 'day' && worstCase(floor, recent, settings.cap);
  const most = MOST.fixed + MOST.perAgent * floor.online;
  const burst = startWhileBearable(
    forecasts,
    budget.riskLimit,
    Math.min(most, room, worst ? worst.calls : most),
  );
  const { calls, taken, mean, refused } = burst;
  const next = { gate: 'risk-of-next-call', saw: refused, limit: budget.riskLimit };
  return {
    calls,
    gates: [
      ...gates,
      { ...next, passed: calls > 0 },
      ...(worst ? [worstCaseGate(worst, floor, burst, budget)] : []),
    ],
    figures: {
      ...figures,
      ...predicted(forecasts),
      riskTaken: taken,
      riskMean: mean,
      riskRefused: refused,
    },
  };
}

function budgetFor(
  { settings, learnt, recent, now }: PacingFacts,
  { online }: PacingFigures,
  ahead: LookAhead,
  rate: RateEstimate,
): Budget {
  const { cap, window } = settings;
  const { contactSeconds } = ahead;
  const usualInFlight = inFlightOf(online, ahead, rate);
  const { use } = learnt;
  return budgetOf({ now, cap, window, recent, online, contactSeconds, use, usualInFlight });
}

/** Not passed: one more call would have been bearable, but not if everybody answered at once. */
function worstCaseGate(
  { calls: most, bearable, exposed }: WorstCase,
  { free, inFlight }: PacingFigures,
  { calls, refused }: Burst,
  { riskLimit }: Budget,
): PacingGate {
  return {
    gate: 'worst-case',
    passed: calls < most || refused > riskLimit,
    saw: Math.max(exposed, inFlight + calls - free),
    limit: bearable,
  };
}

/**
 * Agents free by the latest moment a call started now may be answered, less the people waiting. The chance
 * of finding an agent cannot exceed it, which spares most decisions of a busy floor the forecast.
 */
function agentsInSight(facts: PacingFacts, { moments }: LookAhead): number {
  const latest = moments.at(-1);
  let inSight = 0;
  for (const call of facts.calls) if (call.state === 'waiting') inSight--;
  if (latest === undefined) return inSight;
  for (const agent of facts.agents) inSight += freeBy(agent, latest, facts.now);
  return inSight;
}

/** Calls in flight that keep so many agents busy all the time: calls started a second, times the seconds each takes. */
function inFlightOf(online: number, ahead: LookAhead, { chance }: RateEstimate): number {
  const { contactSeconds, untilAnswer, untilOtherEnd } = ahead;
  const seconds = chance * untilAnswer + (1 - chance) * untilOtherEnd;
  return (online / contactSeconds / Math.max(0.01, chance)) * seconds;
}

function forecastsOf(
  facts: PacingFacts,
  { moments }: LookAhead,
  rate: RateEstimate,
): readonly Forecast[] {
  return possibleChances(rate).flatMap(({ chance, weight }) =>
    moments.map((moment) => forecastAt(facts, moment, chance, weight / moments.length)),
  );
}

function possibleChances({ chance, error }: RateEstimate): readonly PossibleChance[] {
  const within = (value: number) => Math.min(0.95, Math.max(0.01, value));
  if (error <= SURE_ENOUGH) return [{ chance: within(chance + CAUTION * error), weight: 1 }];
  return THREE_POINTS.map(({ errors, weight }) => ({
    chance: within(chance + errors * error),
    weight,
  }));
}

/** Calls to start, with the risk of the last of them, of all on the mean, and of the one refused. */
interface Burst {
  readonly calls: number;
  readonly taken: number;
  readonly mean: number;
  readonly refused: number;
}

function startWhileBearable(forecasts: readonly Forecast[], limit: number, most: number): Burst {
  let calls = 0;
  let taken = 0;
  let sum = 0;
  let refused = riskOf(forecasts);
  while (calls < most && refused <= limit + 1e-9) {
    calls++;
    taken = refused;
    sum += taken;
    for (const { shortage, joins } of forecasts) shortage.addAnswer(joins);
    refused = riskOf(forecasts);
  }
  return { calls, taken, mean: sum / Math.max(1, calls), refused };
}

/** Chance that a call started now finds no agent if it is answered. */
function riskOf(forecasts: readonly Forecast[]): number {
  let risk = 0;
  for (const { shortage, weight } of forecasts) risk += weight * shortage.chanceOfNoAgent();
  return risk;
}

function predicted(forecasts: readonly Forecast[]): Partial<PacingFigures> {
  const mean = (pick: (forecast: Forecast) => number) =>
    forecasts.reduce((sum, forecast) => sum + forecast.weight * pick(forecast), 0);
  return {
    answerChance: mean((forecast) => forecast.answerChance),
    expectedAnswers: mean((forecast) => forecast.expectedAnswers),
    expectedFree: mean((forecast) => forecast.expectedFree),
  };
}

function budgetGates({ recent, settings }: PacingFacts, budget: Budget): readonly PacingGate[] {
  const share = recent.answered === 0 ? 0 : recent.abandoned / recent.answered;
  const { lossesLeft: left } = budget;
  const least = LEAST_LOSSES[settings.window];
  return [
    { gate: 'share-under-cap', passed: share <= settings.cap, saw: share, limit: settings.cap },
    { gate: 'losses-left', passed: left >= least, saw: left, limit: least },
  ];
}
