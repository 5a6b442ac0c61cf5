// The look-ahead. A call started now will, if answered, be answered some seconds from now. It is
// lost if earlier answers leave no agent for it, among those free now and those free by then. Calls
// are started one by one while that chance stays under a limit; the limit is the price of a lost
// call and comes from the budget of the window the cap is judged over (decision records 0004 and
// 0011). Calls of campaigns that share the agents are among the answers that come before (0015).

import { answerChance, type RateEstimate } from './answer-rate.ts';
import { budgetOf } from './budget.ts';
import type { CallModel, Outlook } from './call-model.ts';
import type { PacingCall, PacingFigures, PacingGate, PoolCampaign } from './facts.ts';
import { answeredBy, type Forecast, forecastAt, freeBy } from './forecast.ts';
import { agentsTakenNow, callsOfOthers } from './free-agents.ts';
import { type LookAhead, lookAhead } from './look-ahead.ts';
import { LEAST_LOSSES, type LossBudget } from './loss-budget.ts';
import type { Pacer, PacerFacts, PoolView } from './pacer.ts';
import type { PacingAgent } from './pacing-agent.ts';
import { along } from './ringing.ts';
import { addRival, addRivals } from './rivals.ts';
import { pooledOutlook } from './shared-agents.ts';
import { staffing } from './staffing.ts';
import {
  bearableLosses,
  bearableTogether,
  bearsOneMore,
  type Exposure,
  exposedCalls,
} from './worst-case.ts';

/**
 * Calls one decision starts at most: a burst for every agent online, a few for the smallest team.
 */
const MOST = { fixed: 40, perAgent: 6 } as const;
/** An answer chance known better than this is taken as known. */
const SURE_ENOUGH = 0.05;
/** Standard errors added to a chance that is known well enough. */
const CAUTION = 1;
/**
 * Three points that stand for a normal distribution: their distance in standard errors and their
 * weights.
 */
const THREE_POINTS = [
  { errors: -1.73, weight: 1 / 6 },
  { errors: 0, weight: 2 / 3 },
  { errors: 1.73, weight: 1 / 6 },
] as const;
const ROUNDING = 1e-9;

/**
 * With little data or after a change, several possible answer chances are evaluated instead of the
 * likeliest one.
 */
interface PossibleChance {
  readonly chance: number;
  readonly weight: number;
}

export class PredictivePacer implements Pacer {
  readonly campaign: PoolCampaign;
  readonly oneToOne: boolean;
  readonly callsPerAgent = 1;
  readonly answerChance: number;
  readonly riskLimit: number;
  private readonly now: number;
  private readonly agents: readonly PacingAgent[];
  readonly staffing: PacingFigures;
  private readonly rate: RateEstimate;
  private readonly outlook: Outlook;
  private readonly ahead: LookAhead;
  private readonly budget: LossBudget;
  private readonly shared: boolean;
  private readonly portion: number;
  private readonly answered: (call: PacingCall, seconds: number) => number;
  private inSight: number | undefined;
  private forecasts: readonly Forecast[] | undefined;
  private inOtherCampaigns = 0;
  private risk: number | undefined;
  /** Risk of the last call started, and of all of them together. */
  private lastRisk = 0;
  private riskSum = 0;
  private calls = 0;

  constructor({ now, campaign, agents, portion, others }: PacerFacts) {
    const { model, recent, settings } = campaign;
    this.now = now;
    this.campaign = campaign;
    this.agents = agents;
    this.shared = others.length > 0;
    this.portion = portion;
    this.staffing = staffing({ agents, calls: campaign.calls, recent });
    this.rate = answerChance(model.rate);
    this.outlook = pooledOutlook(campaign, others);
    this.ahead = lookAhead(this.outlook, settings.connectThresholdMs / 1000);
    this.budget = this.budgetFor(model);
    this.riskLimit = this.budget.riskLimit;
    this.oneToOne = this.riskLimit === 0;
    this.answerChance = within(this.rate.chance + CAUTION * this.rate.error);
    this.answered = answeredBy(this.outlook, this.answerChance, now);
  }

  answersWithin(seconds: number, call?: PacingCall): number {
    if (this.oneToOne) return 1;
    if (call) return this.answered(call, seconds);
    return this.answerChance * along(this.outlook.ringing.answered, seconds);
  }

  mayStart(view: PoolView, ceiling: number): boolean {
    if (this.calls >= MOST.fixed + MOST.perAgent * this.staffing.online) return false;
    if (this.oneToOne && this.shared)
      return this.agentsLeft(view) > 0 && this.isSafe(view) && this.bearsWorst(view);
    if (!this.isAgentInSight()) return false;
    const risk = this.riskOfNext(view);
    return risk <= Math.min(this.riskLimit, ceiling) + ROUNDING && this.bearsWorst(view);
  }

  started(): void {
    this.calls++;
    this.lastRisk = this.risk ?? 0;
    this.riskSum += this.lastRisk;
    this.risk = undefined;
    for (const { shortage, joins } of this.forecasts ?? []) shortage.addAnswer(joins);
  }

  otherStarted(other: Pacer, view: PoolView): void {
    this.risk = undefined;
    for (const forecast of this.forecasts ?? []) addRival(forecast, other, view, this.now);
  }

  gates(view: PoolView): readonly PacingGate[] {
    const { riskLimit } = this.budget;
    this.inSight ??= this.agentsInSight();
    const { inSight } = this;
    const sight = { gate: 'agent-in-sight', saw: inSight, limit: 1 - riskLimit };
    const gates = [...this.budgetGates(), { ...sight, passed: inSight >= sight.limit }];
    if (inSight < sight.limit) return gates;
    const risk = { gate: 'risk-of-next-call', saw: this.riskOfNext(view), limit: riskLimit };
    const day = this.campaign.settings.window === 'day';
    return [
      ...gates,
      { ...risk, passed: this.calls > 0 },
      ...(day ? [this.worstCaseGate(view)] : []),
    ];
  }

  figures(): PacingFigures {
    const figures = {
      ...this.staffing,
      ...this.budget,
      ...(this.shared && { inOtherCampaigns: this.inOtherCampaigns, portion: this.portion }),
    };
    if (!this.forecasts) return figures;
    const risks = {
      riskTaken: this.lastRisk,
      riskMean: this.riskSum / Math.max(1, this.calls),
      riskRefused: this.risk,
    };
    return { ...figures, ...predicted(this.forecasts), ...risks };
  }

  private budgetFor({ use }: CallModel): LossBudget {
    const { settings, recent } = this.campaign;
    const { cap, window } = settings;
    const { online } = this.staffing;
    const { contactSeconds } = this.ahead;
    const team = Math.max(1, online * this.portion);
    const usualInFlight = inFlightOf(team, this.ahead, this.rate);
    const { now } = this;
    return budgetOf({ now, cap, window, recent, online, team, contactSeconds, use, usualInFlight });
  }

  private isAgentInSight(): boolean {
    this.inSight ??= this.agentsInSight();
    return this.inSight >= 1 - this.riskLimit;
  }

  /**
   * Agents expected to be free by the latest moment at which a call started now may be answered,
   * less the people waiting. The chance of finding an agent cannot exceed it, so most decisions of
   * a busy team need no forecast.
   */
  private agentsInSight(): number {
    const latest = this.ahead.moments.at(-1);
    let inSight = -this.staffing.waiting;
    if (latest === undefined) return inSight;
    for (const agent of this.agents) inSight += freeBy(agent, latest, this.now);
    return inSight;
  }

  /**
   * Calls of the others may be answered first: half the cap is low enough to return under it.
   */
  private isSafe(view: PoolView): boolean {
    return this.riskOfNext(view) <= this.campaign.settings.cap / 2 + ROUNDING;
  }

  /** Free agents for whom no call that must not be lost is in flight. */
  private agentsLeft(view: PoolView): number {
    return this.staffing.free - agentsTakenNow(view) - this.staffing.inFlight - this.calls;
  }

  private riskOfNext(view: PoolView): number {
    this.forecasts ??= this.forecast(view);
    this.risk ??= riskOf(this.forecasts);
    return this.risk;
  }

  private forecast(view: PoolView): readonly Forecast[] {
    const { now, agents, outlook, campaign } = this;
    const facts = { now, agents, outlook, calls: campaign.calls };
    const { moments } = this.ahead;
    const forecasts = possibleChances(this.rate).flatMap(({ chance, weight }) =>
      moments.map((moment) => forecastAt(facts, moment, chance, weight / moments.length)),
    );
    // calls this decision has started before its first look ahead
    for (const { shortage, joins } of forecasts) {
      for (let n = 0; n < this.calls; n++) shortage.addAnswer(joins);
    }
    this.inOtherCampaigns = 0;
    for (const forecast of forecasts) {
      this.inOtherCampaigns += forecast.weight * addRivals(forecast, view, now);
    }
    return forecasts;
  }

  private bearsWorst(view: PoolView): boolean {
    const { window, cap } = this.campaign.settings;
    if (window !== 'day') return true;
    const own = bearableLosses(this.campaign.recent, cap);
    const campaigns = [this.campaign, ...view.others.map(({ pacer }) => pacer.campaign)];
    return bearsOneMore(this.exposure(view), own, this.shared ? bearableTogether(campaigns) : own);
  }

  private exposure(view: PoolView): Exposure {
    const own = this.staffing.inFlight + this.calls;
    return { free: this.staffing.free, own, inFlight: own + callsOfOthers(view) };
  }

  /** Failed: the risk of one more call was acceptable, but not if everybody answered at once. */
  private worstCaseGate(view: PoolView): PacingGate {
    const { recent, settings } = this.campaign;
    return {
      gate: 'worst-case',
      passed: this.bearsWorst(view) || this.riskOfNext(view) > this.riskLimit,
      saw: exposedCalls(this.exposure(view)),
      limit: Math.max(0, bearableLosses(recent, settings.cap)),
    };
  }

  private budgetGates(): readonly PacingGate[] {
    const { cap, window } = this.campaign.settings;
    const { share } = this.staffing;
    const { lossesLeft: left } = this.budget;
    const least = LEAST_LOSSES[window];
    return [
      { gate: 'share-under-cap', passed: share <= cap, saw: share, limit: cap },
      { gate: 'losses-left', passed: left >= least, saw: left, limit: least },
    ];
  }
}

/**
 * Calls in flight that keep so many agents busy all the time: calls started a second, times the
 * seconds each takes.
 */
function inFlightOf(online: number, ahead: LookAhead, { chance }: RateEstimate): number {
  const { contactSeconds, untilAnswer, untilOtherEnd } = ahead;
  const seconds = chance * untilAnswer + (1 - chance) * untilOtherEnd;
  return (online / contactSeconds / Math.max(0.01, chance)) * seconds;
}

const within = (chance: number): number => Math.min(0.95, Math.max(0.01, chance));

function possibleChances({ chance, error }: RateEstimate): readonly PossibleChance[] {
  if (error <= SURE_ENOUGH) return [{ chance: within(chance + CAUTION * error), weight: 1 }];
  return THREE_POINTS.map(({ errors, weight }) => ({
    chance: within(chance + errors * error),
    weight,
  }));
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
