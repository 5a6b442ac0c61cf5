// Floors for pacing tests: everything at one moment, ages given in seconds before it.

import { type CallModel, emptyCallModel, learn } from '../../../../lib/domain/pacing/call-model.ts';
import type { PacingCall, PacingFacts } from '../../../../lib/domain/pacing/facts.ts';
import type { AgentState, PacingAgent } from '../../../../lib/domain/pacing/pacing-agent.ts';
import { DEFAULT_PACING } from '../../../../lib/domain/pacing/settings.ts';

/** Noon of a day whose dialing runs from 8 to 16 o'clock, counted from midnight. */
export const NOON = 12 * 3_600_000;

export const agents = (count: number, state: AgentState, forSeconds = 5): readonly PacingAgent[] =>
  Array.from({ length: count }, () => ({ state, since: NOON - 1000 * forSeconds }));

export const calls = (
  count: number,
  state: PacingCall['state'] = 'ringing',
  forSeconds = 5,
): readonly PacingCall[] =>
  Array.from({ length: count }, () => ({ state, since: NOON - 1000 * forSeconds }));

export function aFloor(over: Partial<PacingFacts> = {}): PacingFacts {
  return {
    now: NOON,
    mode: 'predictive',
    agents: [],
    calls: [],
    settings: DEFAULT_PACING,
    model: emptyCallModel(),
    recent: { answered: 5000, abandoned: 50, since: NOON - 14_400_000, until: NOON + 14_400_000 },
    ...over,
  };
}

/**
 * What a campaign knows after so many calls, one a second, of which one in `every` is answered
 * after 10 s.
 */
export function experience(count: number, every: number): CallModel {
  let known = emptyCallModel();
  for (let i = 0; i < count; i++) {
    const startedAt = NOON - 1000 * (count + 60 - i);
    const answered = i % every === 0;
    const at = startedAt + (answered ? 10_000 : 26_000);
    known = learn(known, { kind: 'rang', at, startedAt, answered });
  }
  return known;
}
