// npm run bench:pacing -- --shared [--only two] [--days 0.5] [--window day]: campaigns that share
// agents, decided together, beside each deciding as if all agents were its own, and one campaign
// with the same people.

import type { CapWindow } from '../../../lib/domain/pacing/settings.ts';
import { percent, say } from '../table.ts';
import { alone, SHARED_SCENARIOS } from './scenarios.ts';
import { type Deciding, type SharedDay, type SharedScenario, sharedDays } from './shared-day.ts';

const CAP = 0.03;
/** Share of the time the agents may be less busy than with one campaign. */
const TOLERANCE = 0.01;

interface Options {
  readonly only: readonly string[];
  readonly days: number;
  readonly window: CapWindow;
  /** Whether campaigns that decide apart are run, too. */
  readonly apart: boolean;
}

interface Totals {
  readonly utilisation: number;
  /** Share abandoned of each campaign, and of all. */
  readonly shares: Readonly<Record<string, number>>;
  readonly all: number;
  /** Answered calls of each campaign. */
  readonly answered: Readonly<Record<string, number>>;
}

export function runShared({ only, days, window, apart }: Options): void {
  say(
    '| scenario | days | highest share | all | utilisation | one campaign | apart: highest, all |',
  );
  say('|---|---|---|---|---|---|---|');
  const failed = SHARED_SCENARIOS.filter(({ id }) => only.some((name) => id.includes(name))).filter(
    (scenario) => {
      const count = Math.max(1, Math.round(scenario.days * days));
      const totals = (of: SharedScenario, deciding: Deciding) =>
        sumOf(sharedDays(of, count, window, deciding));
      const together = totals(scenario, 'together');
      const single = totals(alone(scenario), 'together');
      const highest = highestOf(together);
      const others = apart ? totals(scenario, 'apart') : undefined;
      const beside = others
        ? `${percent(highestOf(others).share, 1)}, ${percent(others.all, 1)}`
        : '';
      say(
        `| ${scenario.id} | ${count} | ${percent(highest.share, 2)} in ${highest.id} of ${together.answered[highest.id]} | ${percent(together.all, 2)} ` +
          `| ${percent(together.utilisation)} | ${percent(single.utilisation)} (${percent(single.all, 2)}) | ${beside} |`,
      );
      const answered = together.answered[highest.id] ?? 0;
      // with few answers a single call is more than the share can tell
      const isOver = (highest.share - CAP) * answered > 1;
      return isOver || together.utilisation < single.utilisation - TOLERANCE;
    },
  );
  say('');
  say(
    `outside the targets (in each 3 % or a call more, one point of utilisation): ${failed.length}`,
  );
  for (const { id } of failed) say(`  ${id}`);
}

function highestOf({ shares }: Totals): { readonly id: string; readonly share: number } {
  const [highest] = Object.entries(shares).toSorted(([, a], [, b]) => b - a);
  return { id: highest?.[0] ?? '', share: highest?.[1] ?? 0 };
}

function sumOf(days: readonly SharedDay[]): Totals {
  const sums = new Map<string, { answered: number; abandoned: number }>();
  for (const { campaigns } of days) {
    for (const [id, { answered, abandoned }] of Object.entries(campaigns)) {
      const sum = sums.get(id) ?? { answered: 0, abandoned: 0 };
      sums.set(id, { answered: sum.answered + answered, abandoned: sum.abandoned + abandoned });
    }
  }
  const all = [...sums.values()];
  const total = (pick: (sum: { answered: number; abandoned: number }) => number) =>
    all.reduce((sum, each) => sum + pick(each), 0);
  const seconds = (pick: (day: SharedDay) => number) =>
    days.reduce((sum, day) => sum + pick(day), 0);
  return {
    utilisation: seconds(({ busy }) => busy) / seconds(({ staffed }) => staffed),
    shares: Object.fromEntries(
      [...sums].map(([id, { answered, abandoned }]) => [id, abandoned / Math.max(1, answered)]),
    ),
    all:
      total(({ abandoned }) => abandoned) /
      Math.max(
        1,
        total(({ answered }) => answered),
      ),
    answered: Object.fromEntries([...sums].map(([id, { answered }]) => [id, answered])),
  };
}
