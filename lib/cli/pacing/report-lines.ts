// A campaign's pacing as lines for a person.

import type { PacingReport } from '../../domain/dialing/pacing-report.ts';
import type { PacingEstimates, Spread } from '../../domain/pacing/estimates.ts';
import type { DecisionNote } from '../../domain/pacing/pacing-memory.ts';
import type { CapWindow } from '../../domain/pacing/settings.ts';
import { plural } from '../../language/plural.ts';
import { displayTime } from '../display-time.ts';

interface ReportContext {
  readonly campaign: string;
  readonly where: string;
  readonly now: number;
  readonly zone: string;
}

const WINDOWS: Readonly<Record<CapWindow, string>> = {
  day: 'in the day',
  'thirty-days': 'in the thirty days',
};
const number = new Intl.NumberFormat('en');
const percent = (share: number, digits = 1) => `${(100 * share).toFixed(digits)} %`;

export function reportLines(
  { campaign, where, now, zone }: ReportContext,
  report: PacingReport,
): readonly string[] {
  return [
    `Pacing of ${campaign} at ${displayTime(now, zone)} (${where})`,
    '',
    ...shareLines(report, zone),
    '',
    ...learntLines(report.estimates),
    '',
    ...decisionLines(report.decisions, zone),
  ];
}

function shareLines(
  { cap, window, answered, abandoned, since }: PacingReport,
  zone: string,
): readonly string[] {
  const capped = `cap ${percent(cap)} ${WINDOWS[window]}`;
  if (answered === 0) return [`  abandoned   none: no call has been answered yet, ${capped}`];
  const counts = `${number.format(abandoned)} of ${plural(answered, 'answered call')}`;
  const share = percent(abandoned / answered, 2);
  return [`  abandoned   ${share}: ${counts} since ${displayTime(since, zone)}, ${capped}`];
}

function learntLines(learned: PacingEstimates): readonly string[] {
  const { answers, limitUse } = learned;
  const chance = `${percent(answers.chance)} ± ${percent(answers.error)}`;
  const known = `${percent(limitUse.share, 0)} of the limit`;
  return [
    'What it has learned; times are the 10th, 50th and 90th percentiles:',
    `  answers     ${chance.padEnd(24)} ${seen(answers.observations, 'call')}`,
    spreadLine('ringing', learned.untilAnswer, 'answered call'),
    spreadLine('no answer', learned.untilOtherEnd, 'other call'),
    spreadLine('talk', learned.talk, 'talk'),
    spreadLine('wrap-up', learned.wrapUp, 'wrap-up'),
    `  risk taken  ${known.padEnd(24)} ${seen(limitUse.observations, 'started call')}`,
  ];
}

function spreadLine(label: string, spread: Spread, what: string): string {
  const { one, five, nine, observations } = spread;
  const seconds = [one, five, nine].map((value) => value.toFixed(value < 10 ? 1 : 0)).join(' · ');
  return `  ${label.padEnd(11)} ${`${seconds} s`.padEnd(24)} ${seen(observations, what)}`;
}

function seen(observations: number, what: string): string {
  if (observations === 0) return `an assumption: no ${what} yet`;
  return `from ${plural(observations, what)}`;
}

function decisionLines(decisions: readonly DecisionNote[], zone: string): readonly string[] {
  if (decisions.length === 0) return ['No call has been started yet.'];
  return [
    'The last calls it started, and why it started no more:',
    ...decisions.map((note) => `  ${displayTime(note.at, zone)}  ${decisionLine(note)}`),
  ];
}

function decisionLine({ wanted, started, limit, riskLimit }: DecisionNote): string {
  const calls = plural(started, 'call').padEnd(9);
  if (started < wanted) return `${calls} no more records to call; it wanted ${wanted}`;
  if (limit.gate === 'risk-of-next-call') {
    const next = `the next call would find no agent with a probability of ${percent(Number(limit.saw))}`;
    return `${calls} ${next}, limit ${percent(riskLimit)}`;
  }
  if (limit.gate === 'worst-case') {
    const most = `the day permits ${rounded(limit.limit ?? 0)} lost calls now`;
    return `${calls} no free agent for ${rounded(limit.saw)} in flight, and ${most}`;
  }
  const wanting = limit.limit === undefined ? '' : `, wanted ${rounded(limit.limit)}`;
  return `${calls} ${limit.gate}: ${rounded(limit.saw)}${wanting}`;
}

const rounded = (value: string | number) =>
  typeof value === 'number' ? String(Math.round(value * 1000) / 1000) : value;
