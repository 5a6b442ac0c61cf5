// The floor at one future moment, under one assumed answer chance.

import type { PacingCall, PacingFacts } from './facts.ts';
import { answersWithin, type Moment } from './foresight.ts';
import type { Outlook } from './learnt.ts';
import type { PacingAgent } from './pacing-agent.ts';
import { along } from './ringing.ts';
import { Surplus } from './surplus.ts';

export interface Forecast {
  /** How much this forecast counts among the others; together they make 1. */
  readonly weight: number;
  /** Answers before a call started now, minus agents for them. */
  readonly surplus: Surplus;
  /** Chance that one more call started now is answered by this moment. */
  readonly joins: number;
  readonly answerChance: number;
  readonly expectedAnswers: number;
  readonly expectedFree: number;
}

export function forecastAt(
  { agents, calls, learnt, now }: PacingFacts,
  moment: Moment,
  answerChance: number,
  weight: number,
): Forecast {
  const surplus = new Surplus();
  let expectedFree = 0;
  let expectedAnswers = 0;
  for (const agent of agents) {
    const free = freeBy(agent, moment, now);
    expectedFree += free;
    surplus.addAgent(free);
  }
  const answered = answeredBy(learnt.outlook, answerChance, moment, now);
  for (const call of calls) {
    const answers = answered(call);
    expectedAnswers += answers;
    surplus.addAnswer(answers);
  }
  const joins = answerChance * along(learnt.outlook.ringing.answered, moment.answeredIn);
  return { weight, surplus, joins, answerChance, expectedAnswers, expectedFree };
}

/** Chance that this agent can take a call answered at the moment; nobody counts on those who leave. */
export function freeBy(agent: PacingAgent, moment: Moment, now: number): number {
  const elapsed = (now - agent.since) / 1000;
  if (agent.state === 'free') return 1;
  if (agent.state === 'talking') return moment.freeAfterTalk(elapsed);
  if (agent.state === 'wrap-up') return moment.freeAfterWrapUp(elapsed);
  return 0;
}

/** Chance that a call is answered by the moment, worked out once per age; ages differ by quarter seconds. */
function answeredBy(
  outlook: Outlook,
  answerChance: number,
  moment: Moment,
  now: number,
): (call: PacingCall) => number {
  const known: number[] = [];
  return ({ state, since }) => {
    if (state === 'waiting') return 1;
    const age = Math.max(0, Math.round((now - since) / 250));
    const before = known[age];
    if (before !== undefined) return before;
    const worked = answersWithin(outlook, answerChance, age / 4, moment.answeredIn);
    known[age] = worked;
    return worked;
  };
}
