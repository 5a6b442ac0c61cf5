// npm run bench:pacing:time: how long one decision takes at 300 agents and 1,000 calls in flight,
// the target being 1 ms on the median, and how long the first one after a restart takes, which
// works out the tables of the outlook.

import { performance } from 'node:perf_hooks';
import { type CallModel, emptyCallModel, learn } from '../../lib/domain/pacing/call-model.ts';
import type { PacingFacts } from '../../lib/domain/pacing/facts.ts';
import { pace } from '../../lib/domain/pacing/pace.ts';
import { DEFAULT_PACING } from '../../lib/domain/pacing/settings.ts';

const AGENTS = 300;
const CALLS = 1000;
const DECISIONS = 500;

/**
 * 295 agents busy, five free, calls of every age: a floor on which every step of the decision is
 * taken.
 */
function busyFloor(shift: number): PacingFacts {
  const now = 10_000_000 + 1000 * shift;
  const spread = (i: number, over: number) => now - ((i * 7919 + shift * 104_729) % over);
  return {
    now,
    mode: 'predictive',
    agents: Array.from({ length: AGENTS }, (_, i) => {
      if (i < 5) return { state: 'free', since: spread(i, 10_000) } as const;
      if (i % 7 === 0) return { state: 'wrap-up', since: spread(i, 30_000) } as const;
      return { state: 'talking', since: spread(i, 300_000) } as const;
    }),
    calls: Array.from({ length: CALLS }, (_, i) => ({
      state: 'ringing',
      since: spread(i, 25_000),
    })),
    settings: DEFAULT_PACING,
    model,
    recent: { answered: 20_000, abandoned: 500, since: 0, until: 28_800_000 },
  };
}

const model = aDayOfOutcomes();
/** A campaign that knows its answer chance: 3,000 calls, every third answered. */
function aDayOfOutcomes(): CallModel {
  let known = emptyCallModel();
  for (let i = 0; i < 3000; i++) {
    const startedAt = 1000 * i;
    const answered = i % 3 === 0;
    const at = startedAt + (answered ? 6000 + 1000 * (i % 9) : 20_000 + 1000 * (i % 6));
    known = learn(known, { kind: 'rang', at, startedAt, answered });
  }
  return known;
}

const took: number[] = [];
for (let i = 0; i < DECISIONS; i++) {
  const facts = busyFloor(i);
  const before = performance.now();
  pace(facts);
  took.push(performance.now() - before);
}
const sorted = took.toSorted((a, b) => a - b);
const at = (share: number) => (sorted[Math.floor(share * sorted.length)] ?? 0).toFixed(3);
process.stdout.write(
  `${AGENTS} agents, ${CALLS} calls: median ${at(0.5)} ms, p95 ${at(0.95)} ms, first ${took[0]?.toFixed(3)} ms\n`,
);
