// One row per scenario and what the rows come to, against the targets.
import { type Baselines, BESIDE, BOUND, LOOK_AHEAD, PROGRESSIVE } from './baselines.ts';
import type { Result, Scenario } from './simulator.ts';

export const say = (line: string) => process.stdout.write(`${line}\n`);
export const percent = (share: number, digits = 1) => (100 * share).toFixed(digits);
const cell = ({ util, abandon }: Result) => `${percent(util)} (${percent(abandon, 2)})`;

export interface Row extends Result {
  readonly id: string;
  readonly agents: number;
  readonly closed: number;
  readonly lookAheadClosed: number;
}

export function headings(): void {
  const beside = 'progressive | ratio-free | VICIdial-like | look-ahead | bound';
  say(`| scenario | days | ours | worst day | gap closed | look-ahead closed | ${beside} |`);
  say(`|---|---|---|---|---|---|${'---|'.repeat(BESIDE.length)}`);
}

/**
 * A part of the days may be easier or harder than all of them, so progress is counted from one call
 * per free agent on the same days; over all days that is the figure of the baselines.
 */
export function row(
  { id, N, days }: Scenario,
  simulated: number,
  ours: Result,
  progressive: Result,
  baselines: Baselines,
): Row {
  const gap = baselines[BOUND].util - baselines[PROGRESSIVE].util;
  const closed = (ours.util - progressive.util) / gap;
  const lookAheadClosed = (baselines[LOOK_AHEAD].util - baselines[PROGRESSIVE].util) / gap;
  const cells = [
    id,
    `${simulated} of ${days}`,
    cell(ours),
    percent(ours.worstDay, 2),
    closed.toFixed(3),
    lookAheadClosed.toFixed(3),
    ...BESIDE.map((name) => cell(baselines[name])),
  ];
  say(`| ${cells.join(' | ')} |`);
  return { ...ours, id, agents: N, closed, lookAheadClosed };
}

export function summary(rows: readonly Row[]): void {
  if (rows.length === 0) {
    say('no scenario has that name');
    return;
  }
  const mean = (pick: (row: Row) => number) =>
    (rows.reduce((sum, one) => sum + pick(one), 0) / rows.length).toFixed(4);
  const worst = rows.reduce((low, one) => (one.closed < low.closed ? one : low));
  const most = rows.reduce((high, one) => (one.abandon > high.abandon ? one : high));
  const over = rows.filter(({ abandon }) => abandon > 0.03);
  const teams = rows.filter(({ agents }) => agents >= 10);
  const late = teams.filter(({ worstDay }) => worstDay > 0.033);
  const highest = Math.max(0, ...teams.map(({ worstDay }) => worstDay));
  say('');
  say(`gap closed, mean of ${rows.length}: ${mean(({ closed }) => closed)} (target 0.96)`);
  say(`look-ahead of the study: ${mean(({ lookAheadClosed }) => lookAheadClosed)}`);
  say(`worst: ${worst.closed.toFixed(3)} in ${worst.id} (target 0.85)`);
  say(`highest share abandoned: ${percent(most.abandon, 2)} % in ${most.id}`);
  say(`scenarios over 3.0 %: ${over.length} ${over.map(({ id }) => id).join(' ')}`);
  say(`highest day from 10 agents: ${percent(highest, 2)} %`);
  say(`scenarios from 10 agents with a day over 3.3 %: ${late.length}`);
}
