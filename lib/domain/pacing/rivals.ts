// Calls of other campaigns and callers in queues take the same agents. In a forecast each is one
// more answer, as far as it falls on the agents the campaign has.

import { type Forecast, freeBy } from './forecast.ts';
import type { AnswerMoment } from './look-ahead.ts';
import { callsForAnyAgent, type Pacer, type PoolView } from './pacer.ts';
import type { PacingAgent } from './pacing-agent.ts';
import { sharedPart } from './shared-agents.ts';

/** Callers of the next seconds arrive at random: so many chances stand for each of them. */
const CHANCES_PER_CALLER = 8;

/** @returns answers of others expected by this moment */
export function addRivals({ shortage, moment }: Forecast, view: PoolView, now: number): number {
  const seconds = moment.answeredIn;
  const here = view.own.pacer.campaign.groups;
  const weightOf = freeByMoment(moment, view, now);
  let expected = 0;
  const add = (chance: number) => {
    expected += chance;
    shortage.addAnswer(chance);
  };
  for (const { pacer, calls } of view.others) {
    const part = sharedPart(pacer.campaign.groups, here, weightOf);
    if (part === 0) continue;
    for (const call of callsForAnyAgent(pacer.campaign)) {
      add(part * pacer.answersWithin(seconds, call));
    }
    for (let n = 0; n < calls; n++) add(part * pacer.answersWithin(seconds));
  }
  for (const { groups, waiting, perSecond } of view.callers) {
    const part = sharedPart(groups, here, weightOf);
    for (let n = 0; n < waiting; n++) add(part);
    const coming = part * perSecond * seconds;
    const chances = Math.ceil(coming * CHANCES_PER_CALLER);
    for (let n = 0; n < chances; n++) add(coming / chances);
  }
  return expected;
}

/** One more call of another campaign. */
export function addRival(
  { shortage, moment }: Forecast,
  rival: Pacer,
  view: PoolView,
  now: number,
) {
  const here = view.own.pacer.campaign.groups;
  const part = sharedPart(rival.campaign.groups, here, freeByMoment(moment, view, now));
  if (part > 0) shortage.addAnswer(part * rival.answersWithin(moment.answeredIn));
}

/** Agents of a group expected to be free, by moment; agents are listed anew for every decision. */
const known = new WeakMap<readonly PacingAgent[], Map<AnswerMoment, number>>();

function freeByMoment(moment: AnswerMoment, { agents }: PoolView, now: number) {
  return (group: string): number => {
    const those = agents.get(group);
    if (those === undefined) return 0;
    const moments = known.get(those) ?? new Map<AnswerMoment, number>();
    known.set(those, moments);
    const before = moments.get(moment);
    if (before !== undefined) return before;
    let free = 0;
    for (const agent of those) free += freeBy(agent, moment, now);
    moments.set(moment, free);
    return free;
  };
}
