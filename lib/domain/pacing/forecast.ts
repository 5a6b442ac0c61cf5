// Agents and answers at one future moment, under one assumed answer chance.

import { AgentShortage } from './agent-shortage.ts';
import type { Outlook } from './call-model.ts';
import type { PacingCall } from './facts.ts';
import { type AnswerMoment, answersWithin } from './look-ahead.ts';
import type { PacingAgent } from './pacing-agent.ts';
import { along } from './ringing.ts';

export interface Forecast {
  /** How much this forecast counts among the others; together they make 1. */
  readonly weight: number;
  readonly moment: AnswerMoment;
  /** Answers before a call started now, minus agents for them. */
  readonly shortage: AgentShortage;
  /** Chance that one more call started now is answered by this moment. */
  readonly joins: number;
  readonly answerChance: number;
  readonly expectedAnswers: number;
  readonly expectedFree: number;
}

interface ForecastFacts {
  readonly now: number;
  readonly agents: readonly PacingAgent[];
  readonly calls: readonly PacingCall[];
  readonly outlook: Outlook;
}

export function forecastAt(
  { agents, calls, outlook, now }: ForecastFacts,
  moment: AnswerMoment,
  answerChance: number,
  weight: number,
): Forecast {
  const shortage = new AgentShortage();
  let expectedFree = 0;
  let expectedAnswers = 0;
  for (const agent of agents) {
    const free = freeBy(agent, moment, now);
    expectedFree += free;
    shortage.addAgent(free);
  }
  const answered = answeredBy(outlook, answerChance, now);
  for (const call of calls) {
    const answers = answered(call, moment.answeredIn);
    expectedAnswers += answers;
    shortage.addAnswer(answers);
  }
  const joins = answerChance * along(outlook.ringing.answered, moment.answeredIn);
  return { weight, moment, shortage, joins, answerChance, expectedAnswers, expectedFree };
}

/**
 * Chance that this agent can take a call answered at the moment; agents who leave are not counted
 * on.
 */
export function freeBy(agent: PacingAgent, moment: AnswerMoment, now: number): number {
  const elapsed = (now - agent.since) / 1000;
  if (agent.state === 'free') return 1;
  if (agent.state === 'talking') return moment.freeAfterTalk(elapsed);
  if (agent.state === 'wrap-up') return moment.freeAfterWrapUp(elapsed);
  return 0;
}

/**
 * Chance that a call is answered within so many seconds, worked out once per age; ages differ by
 * quarter seconds.
 */
export function answeredBy(
  outlook: Outlook,
  answerChance: number,
  now: number,
): (call: PacingCall, seconds: number) => number {
  let of = Number.NaN;
  let known: number[] = [];
  return ({ state, since }, seconds) => {
    if (state === 'waiting') return 1;
    if (of !== seconds) [of, known] = [seconds, []];
    const age = Math.max(0, Math.round((now - since) / 250));
    const before = known[age];
    if (before !== undefined) return before;
    const worked = answersWithin(outlook, answerChance, age / 4, seconds);
    known[age] = worked;
    return worked;
  };
}
