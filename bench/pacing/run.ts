// npm run bench:pacing [-- --only n20] [--days 0.25] [--window day]
// npm run bench:pacing -- --unseen [--seed 31337] [--keep file]
// npm run bench:pacing -- --ratio
// npm run bench:pacing -- --shared [--only two] [--days 0.5] [--window day] [--apart] The product's
// pacing on the development scenarios of the shared simulator, beside the figures other policies
// reached there, or on scenarios drawn from a seed, beside the same policies run on them. Prints
// one Markdown table and how the targets were met.

import { existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { pacingSettingsSchema } from '../../lib/domain/pacing/settings.ts';
import { type Baselines, readBaselines, runBaselines } from './baselines.ts';
import policy from './policy.mjs';
import { fixedRatio } from './ratio.ts';
import { runShared } from './shared/run-shared.ts';
import { DIALER, type Scenario, type Simulator, simulatorOf } from './simulator.ts';
import { headings, row, say, summary } from './table.ts';
import { unseenDays, unseenScenarios } from './unseen.ts';

/** Scenarios, the seed of their first day, and what other policies reach on so many days of one. */
interface Suite {
  readonly scenarios: readonly Scenario[];
  readonly seed0: number;
  baselines(scenario: Scenario, days: number): Baselines;
}

async function run(): Promise<void> {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: '' },
      days: { type: 'string', default: '1' },
      window: { type: 'string', default: 'thirty-days' },
      unseen: { type: 'boolean', default: false },
      seed: { type: 'string', default: '31337' },
      keep: { type: 'string', default: '' },
      ratio: { type: 'boolean', default: false },
      shared: { type: 'boolean', default: false },
      apart: { type: 'boolean', default: false },
    },
  });
  const { window } = pacingSettingsSchema.parse({ window: values.window });
  const names = values.only.split(',');
  if (values.shared) {
    return runShared({ only: names, days: Number(values.days), window, apart: values.apart });
  }
  if (!existsSync(DIALER)) {
    say('bench:pacing: skipped, the simulator of ../shared/dialer is not here');
    return;
  }
  const simulator = await simulatorOf(DIALER);
  if (values.ratio) return fixedRatio(simulator);
  const suite = values.unseen ? unseen(simulator, Number(values.seed), values.keep) : development();
  const { scenarios, seed0 } = suite;
  headings();
  const rows = scenarios
    .filter(({ id }) => names.some((name) => id.includes(name)))
    .map((scenario) => {
      const days = Math.max(1, Math.round(scenario.days * Number(values.days)));
      const reach = (mode: 'predictive' | 'progressive') =>
        simulator.run(scenario, days, seed0, () => policy(mode, { window }));
      const beside = suite.baselines(scenario, days);
      return row(scenario, days, reach('predictive'), reach('progressive'), beside);
    });
  summary(rows);
}

function development(): Suite {
  const set = JSON.parse(readFileSync(new URL('scenarios.json', DIALER), 'utf8'));
  return { ...set, baselines: (scenario) => readBaselines(DIALER, scenario) };
}

function unseen(simulator: Simulator, seed: number, keep: string): Suite {
  const seed0 = unseenDays(seed);
  return {
    scenarios: unseenScenarios(seed),
    seed0,
    baselines: (scenario, days) => runBaselines(simulator, scenario, { days, seed0, keep }),
  };
}

await run();
