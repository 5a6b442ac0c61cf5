// What other policies reach: read from the study's results for its own scenarios, run here for
// others. The bound is the study's look-ahead with the scenario's true parameters and its one
// threshold tuned in hindsight, so that exactly the cap is abandoned.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import type { Result, Scenario, Simulator } from './simulator.ts';

export const PROGRESSIVE = 'progressive';
export const LOOK_AHEAD = 'look-ahead';
export const BOUND = 'bound: true parameters*';
export const BESIDE = [PROGRESSIVE, 'ratio-free', 'vicidial hard', LOOK_AHEAD, BOUND] as const;
type Beside = (typeof BESIDE)[number];
export type Baselines = Readonly<Record<Beside, Result>>;

const CAP = 0.03;
/** Thresholds the bound is looked for between. */
const STRICTEST = 0.003;
const LAXEST = 0.4;
/** Runs until the two thresholds around the cap are close enough to go straight between them. */
const RUNS = 6;
const CLOSE = 0.0015;

/** The study's own figures. */
export function readBaselines(folder: URL, { id }: Scenario): Baselines {
  const rows = JSON.parse(
    readFileSync(new URL('results/dev.json', folder), 'utf8'),
  ) as readonly (Result & { readonly scenario: string; readonly policy: string })[];
  const reached = (name: Beside): readonly [Beside, Result] => {
    const found = rows.find(({ scenario, policy }) => scenario === id && policy === name);
    if (!found) throw new Error(`results/dev.json has no '${name}' for scenario ${id}`);
    return [name, found];
  };
  return Object.fromEntries(BESIDE.map(reached)) as Record<Beside, Result>;
}

/** The same policies on these days. With a file named, figures are kept there and found again. */
export function runBaselines(
  { run, policies }: Simulator,
  scenario: Scenario,
  { days, seed0, keep }: { readonly days: number; readonly seed0: number; readonly keep: string },
): Baselines {
  const key = JSON.stringify([scenario, days, seed0]);
  const kept: Record<string, Baselines> = existsSync(keep)
    ? JSON.parse(readFileSync(keep, 'utf8'))
    : {};
  if (kept[key]) return kept[key];
  const reach = (policy: () => unknown) => run(scenario, days, seed0, policy);
  const progressive = reach(() => policies.progressive());
  const worked: Baselines = {
    [PROGRESSIVE]: progressive,
    'ratio-free': reach(() => policies.ratioFree()),
    'vicidial hard': reach(() => policies.vicidial({ method: 'hard' })),
    [LOOK_AHEAD]: reach(() => policies.lookahead({ theta: 0.05, control: {} })),
    [BOUND]: bound(progressive, (theta) =>
      reach(() => policies.lookahead({ model: 'true', theta })),
    ),
  };
  if (keep !== '') writeFileSync(keep, JSON.stringify({ ...kept, [key]: worked }));
  return worked;
}

/**
 * The threshold that abandons the cap lies between two runs, and so does the utilisation it
 * reaches.
 */
function bound(progressive: Result, at: (theta: number) => Result): Result {
  let below = { theta: STRICTEST, ...progressive };
  let above: typeof below | undefined;
  for (let n = 0; n < RUNS; n++) {
    const theta = Math.sqrt(below.theta * (above?.theta ?? LAXEST));
    const reached = { theta, ...at(theta) };
    if (reached.abandon > CAP) above = reached;
    else below = reached;
    if (above && above.abandon - below.abandon < CLOSE) break;
  }
  if (!above) return below;
  const share = (CAP - below.abandon) / (above.abandon - below.abandon);
  const util = below.util + share * (above.util - below.util);
  return { util, abandon: CAP, worstDay: above.worstDay };
}
