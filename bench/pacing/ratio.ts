// npm run bench:pacing -- --ratio: what the fixed ratio of DIA-2 does to people who answer. Three
// in ten do; the pickup rate is right, or too low.
import policy from './policy.mjs';
import type { Simulator } from './simulator.ts';
import { percent, say } from './table.ts';

/** Agents and days. */
const TEAMS = [
  [1, 20],
  [2, 10],
  [5, 8],
  [10, 4],
  [20, 2],
  [50, 1],
  [100, 1],
] as const;

const RATES = [0.3, 0.2];

export function fixedRatio({ run }: Simulator): void {
  const p = { type: 'const', v: 0.3 };
  const columns = (['online', 'free'] as const).flatMap((per) =>
    RATES.map((pickupRate) => ({ per, pickupRate })),
  );
  say(
    `| agents | ${columns.map(({ per, pickupRate }) => `${per}, ${percent(pickupRate)} %`).join(' | ')} |`,
  );
  say(`|---|${columns.map(() => '---|').join('')}`);
  for (const [N, days] of TEAMS) {
    const abandoned = columns.map(
      (settings) =>
        run({ id: 'ratio', N, days, p }, days, 1000, () => policy('ratio', settings)).abandon,
    );
    say(`| ${N} | ${abandoned.map((share) => `${percent(share)} %`).join(' | ')} |`);
  }
}
