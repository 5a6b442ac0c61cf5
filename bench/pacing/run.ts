// npm run bench:pacing [-- --only n20] [--days 0.25] [--window day]
// npm run bench:pacing -- --ratio
// The product's pacing on the development scenarios of the shared simulator, beside the figures other
// policies reached there (results/dev.json). Prints one Markdown table and how the targets were met; with --ratio
// what the fixed ratio of DIA-2 does to people who answer.

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pacingSettings } from '../../lib/domain/pacing/settings.ts';
import policy from './policy.mjs';

interface Result {
  readonly util: number;
  readonly abandon: number;
  readonly worstDay: number;
}
interface Baseline extends Result {
  readonly scenario: string;
  readonly policy: string;
}
interface Scenario {
  readonly id: string;
  readonly days: number;
  readonly N: number;
  readonly p?: unknown;
}
interface Simulator {
  scenario(over: Scenario): Scenario;
  simulate(scenario: Scenario, policy: unknown, seed: number): unknown;
  summarize(days: readonly unknown[]): Result;
}

const DIALER = new URL('../../../shared/dialer/', import.meta.url);
const PROGRESSIVE = 'progressive';
const BOUND = 'bound: true parameters*';
const BESIDE = [PROGRESSIVE, 'ratio-free', 'vicidial hard', 'look-ahead', BOUND] as const;
const HEADINGS = 'progressive | ratio-free | VICIdial-like | look-ahead | bound';

/** Agents and days. */
const RATIO_TEAMS = [
  [1, 20],
  [2, 10],
  [5, 8],
  [10, 4],
  [20, 2],
  [50, 1],
  [100, 1],
] as const;

const say = (line: string) => process.stdout.write(`${line}\n`);
const percent = (share: number, digits = 1) => (100 * share).toFixed(digits);
const cell = ({ util, abandon }: Result) => `${percent(util)} (${percent(abandon, 2)})`;

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      days: { type: 'string', default: '1' },
      window: { type: 'string', default: 'thirty-days' },
      ratio: { type: 'boolean', default: false },
    },
  });
  const simulator = (await import(new URL('sim.mjs', DIALER).href)) as Simulator;
  if (values.ratio) return fixedRatio(simulator);
  const { window } = pacingSettings.parse({ window: values.window });
  const { scenarios, seed0 } = JSON.parse(
    readFileSync(new URL('scenarios.json', DIALER), 'utf8'),
  ) as { readonly scenarios: readonly Scenario[]; readonly seed0: number };
  const baselines = JSON.parse(
    readFileSync(new URL('results/dev.json', DIALER), 'utf8'),
  ) as readonly Baseline[];
  say(`| scenario | days | ours | worst day | gap closed | look-ahead closed | ${HEADINGS} |`);
  say(`|---|---|---|---|---|---|${'---|'.repeat(BESIDE.length)}`);
  const rows = scenarios
    .filter(({ id }) => id.includes(values.only))
    .map((over) => {
      const scenario = simulator.scenario(over);
      const days = Math.max(1, Math.round(over.days * Number(values.days)));
      const reach = (mode: 'predictive' | 'progressive') =>
        simulator.summarize(
          Array.from({ length: days }, (_, day) =>
            simulator.simulate(scenario, policy(mode, { window }), seed0 + day),
          ),
        );
      const ours = { ...reach('predictive'), simulated: days };
      return report(over, ours, reach('progressive'), baselines);
    });
  summary(rows);
}

interface Simulated extends Result {
  readonly simulated: number;
}
interface Row extends Result {
  readonly id: string;
  readonly agents: number;
  readonly closed: number;
}

/**
 * A part of the days may be easier or harder than all of them, so progress is counted from one call per free
 * agent on the same days; over all days that is the figure of the baselines.
 */
function report(
  { id, N, days }: Scenario,
  ours: Simulated,
  progressive: Result,
  baselines: readonly Baseline[],
): Row {
  const reached = (name: string): Result => {
    const found = baselines.find(({ scenario, policy }) => scenario === id && policy === name);
    if (!found) throw new Error(`results/dev.json has no '${name}' for scenario ${id}`);
    return found;
  };
  const gap = reached(BOUND).util - reached(PROGRESSIVE).util;
  const closed = (ours.util - progressive.util) / gap;
  const beside = BESIDE.map((name) => cell(reached(name))).join(' | ');
  const lookAhead = ((reached('look-ahead').util - reached(PROGRESSIVE).util) / gap).toFixed(3);
  say(
    `| ${id} | ${ours.simulated} of ${days} | ${cell(ours)} | ${percent(ours.worstDay, 2)} | ${closed.toFixed(3)} | ${lookAhead} | ${beside} |`,
  );
  return { ...ours, id, agents: N, closed };
}

function summary(rows: readonly Row[]): void {
  if (rows.length === 0) {
    say('no scenario has that name');
    return;
  }
  const mean = rows.reduce((sum, { closed }) => sum + closed, 0) / rows.length;
  const worst = rows.reduce((low, row) => (row.closed < low.closed ? row : low));
  const over = rows.filter(({ abandon }) => abandon > 0.03);
  const late = rows.filter(({ agents, worstDay }) => agents >= 10 && worstDay > 0.033);
  say('');
  say(`gap closed: mean ${mean.toFixed(4)} (target 0.96)`);
  say(`worst: ${worst.closed.toFixed(3)} in ${worst.id} (target 0.85)`);
  say(`scenarios over 3.0 %: ${over.length} ${over.map(({ id }) => id).join(' ')}`);
  say(`scenarios from 10 agents with a day over 3.3 %: ${late.length}`);
}

/** Three in ten people answer; the pickup rate is right, or too low. */
function fixedRatio(simulator: Simulator): void {
  const p = { type: 'const', v: 0.3 };
  say('| agents | abandoned, pickup rate 30 % | abandoned, pickup rate 20 % |\n|---|---|---|');
  for (const [N, days] of RATIO_TEAMS) {
    const scenario = simulator.scenario({ id: 'ratio', N, days, p });
    const abandoned = [0.3, 0.2].map((pickupRate) => {
      const day = (seed: number) =>
        simulator.simulate(scenario, policy('ratio', { pickupRate }), seed);
      return simulator.summarize(Array.from({ length: days }, (_, i) => day(1000 + i))).abandon;
    });
    say(`| ${N} | ${abandoned.map((share) => `${percent(share)} %`).join(' | ')} |`);
  }
}

if (existsSync(DIALER)) await run();
else say('bench:pacing: skipped, the simulator of ../shared/dialer is not here');
