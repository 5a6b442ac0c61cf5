// Scenarios of the study's families that nobody tuned for: team sizes, answer rates and their
// changes, talk, ringing and shifts drawn from a seed. Every tenth team or so has one agent, where
// most is lost.
import { between, type Random, seededRandom } from '../../lib/simulation/random.ts';
import type { Scenario } from './simulator.ts';

type Settings = Readonly<Record<string, unknown>>;
type Draw = (random: Random, agents: number) => Settings;

const HOURS = 8;
const DAY = HOURS * 3600;

const rounded = (value: number) => Number(value.toPrecision(3));
const within = (random: Random, from: number, to: number) => rounded(between(random, from, to));
const logNormalOf = (mean: number, cv: number) => ({ dist: 'lognormal', mean, cv });
const answers = (from: number, to: number) => (random: Random) => ({
  p: { type: 'const', v: within(random, from, to) },
});
const noon = (random: Random) => Math.round(between(random, 0.25, 0.75) * DAY);

/** What a scenario is named for, and what it draws. */
const FAMILIES = {
  low: answers(0.08, 0.18),
  mid: answers(0.22, 0.42),
  high: answers(0.45, 0.65),
  up: (random) => ({
    p: {
      type: 'step',
      t: [noon(random)],
      v: [within(random, 0.12, 0.25), within(random, 0.4, 0.6)],
    },
  }),
  down: (random) => ({
    p: {
      type: 'step',
      t: [noon(random)],
      v: [within(random, 0.4, 0.6), within(random, 0.12, 0.25)],
    },
  }),
  steps: (random) => ({
    p: {
      type: 'step',
      t: [0.25 * DAY, 0.5 * DAY, 0.75 * DAY],
      v: Array.from({ length: 4 }, () => within(random, 0.15, 0.55)),
    },
  }),
  sine: (random) => ({
    p: {
      type: 'sine',
      mean: within(random, 0.25, 0.4),
      amp: within(random, 0.08, 0.18),
      period: Math.round(between(random, 0.3, 1) * DAY),
      phase: within(random, 0, 1),
    },
  }),
  walk: (random) => ({
    p: {
      type: 'walk',
      mean: within(random, 0.2, 0.45),
      sd: within(random, 0.05, 0.1),
      every: 60,
    },
  }),
  short: (random) => ({
    ...answers(0.2, 0.5)(random),
    talk: logNormalOf(within(random, 35, 60), 1.1),
    wrap: logNormalOf(within(random, 5, 12), 0.8),
  }),
  long: (random) => ({
    ...answers(0.2, 0.5)(random),
    talk: logNormalOf(within(random, 220, 360), 1),
    wrap: logNormalOf(within(random, 25, 60), 0.8),
  }),
  mix: (random) => ({
    ...answers(0.2, 0.5)(random),
    talk: {
      mix: [
        { w: within(random, 0.4, 0.65), ...logNormalOf(within(random, 15, 35), 0.8) },
        { w: 1, ...logNormalOf(within(random, 180, 280), 0.7) },
      ],
    },
  }),
  'few-data': (random) => ({ ...answers(0.2, 0.5)(random), hours: 3 }),
  shift: (random, agents) => {
    const part = (share: number) => Math.max(1, Math.round(share * agents));
    return {
      ...answers(0.2, 0.45)(random),
      staff: [
        { t: 0, n: part(within(random, 0.4, 0.7)) },
        { t: Math.round(between(random, 0.1, 0.3) * DAY), n: agents },
        { t: Math.round(between(random, 0.4, 0.6) * DAY), n: part(within(random, 0.3, 0.6)) },
        { t: Math.round(between(random, 0.65, 0.85) * DAY), n: agents },
      ],
    };
  },
  ringing: (random) => ({
    ...answers(0.2, 0.45)(random),
    ringLive: logNormalOf(within(random, 6, 14), within(random, 0.4, 0.7)),
    timeout: Math.round(between(random, 15, 40)),
  }),
  machines: (random) => ({
    ...answers(0.2, 0.45)(random),
    amd: { fp: within(random, 0, 0.04), fn: within(random, 0.05, 1), liveDelay: 1 },
  }),
  'tick-5': (random) => ({ ...answers(0.2, 0.45)(random), tick: 5 }),
} satisfies Readonly<Record<string, Draw>>;
type Family = keyof typeof FAMILIES;

const TEAMS: readonly (readonly [agents: number, families: readonly Family[]])[] = [
  [1, ['low', 'mid', 'high', 'down', 'walk', 'short', 'long', 'few-data']],
  [2, ['mid', 'high', 'steps', 'mix']],
  [3, ['low', 'high', 'sine', 'few-data', 'ringing']],
  [5, ['high', 'up', 'shift', 'machines', 'tick-5']],
  [8, ['down', 'mix', 'shift']],
  [13, ['high', 'steps', 'ringing']],
  [25, ['walk', 'long', 'machines']],
  [60, ['low', 'up', 'shift']],
  [150, ['steps']],
];

/** Agent-hours simulated of each scenario: half of what the study takes. */
const AGENT_HOURS = 500;

export function unseenScenarios(seed: number): readonly Scenario[] {
  return TEAMS.flatMap(([N, families]) =>
    families.map((family) => {
      const settings = FAMILIES[family](seededRandom(`${seed}/${N}/${family}`), N);
      const hours = 'hours' in settings ? Number(settings.hours) : HOURS;
      const days = Math.max(2, Math.ceil(AGENT_HOURS / (N * hours)));
      return { id: `n${N}-${family}`, days, N, ...settings };
    }),
  );
}

/** Every set has days of its own, none of them the study's. */
export const unseenDays = (seed: number): number => 1_000_000 + 10_000 * seed;
