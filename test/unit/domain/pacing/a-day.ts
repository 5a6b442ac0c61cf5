// A small campaign to try pacing on: seeded people and agents, one decision a second. Much simpler than the
// simulator of the benchmark, and enough to see whether the cap holds.

import type { AgentState } from '../../../../lib/domain/pacing/facts.ts';
import { emptyLearnt, learn } from '../../../../lib/domain/pacing/learnt.ts';
import { pace } from '../../../../lib/domain/pacing/pace.ts';
import { DEFAULT_PACING, type PacingMode } from '../../../../lib/domain/pacing/settings.ts';
import { between, logNormal, seededRandom } from '../../../../lib/simulation/random.ts';

export interface Day {
  readonly mode: PacingMode;
  readonly agents: number;
  readonly hours: number;
  /** Chance of an answer at a moment, in seconds since the start. */
  readonly answers: (second: number) => number;
}

export interface DayResult {
  readonly answered: number;
  readonly abandoned: number;
  /** Share of the time agents were in a contact. */
  readonly busy: number;
}

interface Desk {
  state: AgentState;
  since: number;
  until: number;
  wrapUp: number;
}

interface Call {
  readonly startedAt: number;
  readonly endsAt: number;
  readonly answered: boolean;
}

export function aDay({ mode, agents, hours, answers }: Day, seed: number): DayResult {
  const random = seededRandom(seed);
  const end = hours * 3600;
  const desks: Desk[] = Array.from({ length: agents }, () => free(0));
  let learnt = emptyLearnt();
  let flying: Call[] = [];
  let waiting: number[] = [];
  let answered = 0;
  let abandoned = 0;
  let busy = 0;
  for (let second = 0; second < end; second++) {
    const now = 1000 * second;
    for (const [i, desk] of desks.entries()) {
      if (desk.until > second) continue;
      if (desk.state === 'talking') {
        learnt = learn(learnt, { kind: 'talked', at: now, lasted: now - desk.since });
        desks[i] = { ...desk, state: 'wrap-up', since: now, until: second + desk.wrapUp };
      } else if (desk.state === 'wrap-up') {
        learnt = learn(learnt, { kind: 'wrapped-up', at: now, lasted: now - desk.since });
        desks[i] = free(now);
      }
    }
    for (const call of flying.filter(({ endsAt }) => endsAt <= second)) {
      const startedAt = 1000 * call.startedAt;
      learnt = learn(learnt, { kind: 'rang', at: now, startedAt, answered: call.answered });
      if (call.answered) waiting.push(second);
    }
    flying = flying.filter(({ endsAt }) => endsAt > second);
    const kept: number[] = [];
    for (const since of waiting) {
      const desk = desks.find(({ state }) => state === 'free');
      if (desk) {
        answered++;
        const until = second + logNormal(random, 90, 1);
        Object.assign(desk, {
          state: 'talking',
          since: now,
          until,
          wrapUp: logNormal(random, 15, 0.8),
        });
      } else if (second - since >= 2) {
        answered++;
        abandoned++;
      } else kept.push(since);
    }
    waiting = kept;
    busy += desks.filter(({ state }) => state !== 'free').length;
    const decision = pace({
      now,
      mode,
      agents: desks.map(({ state, since }) => ({ state, since })),
      calls: [
        ...flying.map(({ startedAt }) => ({ state: 'ringing', since: 1000 * startedAt }) as const),
        ...waiting.map((since) => ({ state: 'waiting', since: 1000 * since }) as const),
      ],
      settings: DEFAULT_PACING,
      learnt,
      recent: { answered, abandoned, since: 0, until: 1000 * end },
    });
    for (let i = 0; i < decision.calls; i++) {
      const isAnswered = random.next() < answers(second);
      const rings = isAnswered ? between(random, 5, 18) : between(random, 3, 27);
      flying.push({ startedAt: second, endsAt: second + rings, answered: isAnswered });
    }
  }
  return { answered, abandoned, busy: busy / (agents * end) };
}

function free(since: number): Desk {
  return { state: 'free', since, until: 0, wrapUp: 0 };
}
