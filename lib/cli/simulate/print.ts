// A dry run as lines for a terminal. The same figures as --json gives, to the last call.

import { isOrAre, plural } from '../../language/plural.ts';
import { PRICE_LABELS } from '../../language/schema/prices.ts';
import type { BillLine } from '../../simulation/costs/bill.ts';
import type { DryRunFigures, HourFigures } from '../../simulation/dry-run/figures.ts';

const number = new Intl.NumberFormat('en');
export const whole = (value: number): string => number.format(Math.round(value));
export const percent = (share: number, digits = 1): string => `${(share * 100).toFixed(digits)}%`;
export const words = (id: string): string => id.replaceAll('-', ' ');

/** A table of fewer columns of text has shorter headings. */
const NARROW = 80;
/** Of files and programs: lines may be as long as they are. */
export const ANY_WIDTH = Number.POSITIVE_INFINITY;
const DAY_COLUMNS = 11;

/** Days shown beside each other, at most a week. */
export const daysAbreast = (columns: number): number =>
  Math.max(1, Math.min(7, Math.floor((columns - 8) / DAY_COLUMNS)));

/** @param width of the terminal, in columns */
export function printed(figures: DryRunFigures, width: number = ANY_WIDTH): readonly string[] {
  return [
    ...heading(figures),
    '',
    ...outcome(figures),
    '',
    'Calls / conversations per hour',
    ...hourTable(figures.hours, daysAbreast(width)),
    '',
    'Per day',
    ...dayTable(figures, width),
    '',
    ...costTable(figures, width),
    '',
    ...reconciled(figures.discrepancies),
  ];
}

export const reconciled = (discrepancies: readonly string[]): readonly string[] =>
  discrepancies.length === 0
    ? ['All sums reconcile.']
    : ['DOES NOT ADD UP:', ...discrepancies.map((line) => `  ${line}`)];

function heading(figures: DryRunFigures): readonly string[] {
  const { campaign, mode, agents, seed, from, to, partial, exhaustedAt, records } = figures;
  const left = records.scheduled + records.open;
  return [
    `Dry run of ${campaign} · ${mode || 'takes calls'} · ${plural(agents, 'agent')} · seed ${seed}`,
    `  ${shownMoment(from)} to ${shownMoment(to)}${partial ? ' · PARTIAL: stopped early' : ''}`,
    exhaustedAt === undefined
      ? `  the list is not exhausted: ${plural(left, 'record')} left to call`
      : `  the list is exhausted at ${shownMoment(exhaustedAt)}`,
  ];
}

export const shownMoment = (moment: string): string => moment.replace('T', ' ');

function outcome(figures: DryRunFigures): readonly string[] {
  const { records, calls, funnel, messages, abandoned, cap } = figures;
  const refused = `not imported: ${plural(records.duplicates, 'duplicate')}, ${plural(records.rejected, 'rejected row')}`;
  return [
    `  records        ${whole(records.imported)} = ${whole(records.closed)} closed + ${whole(records.setAside)} set aside + ${whole(records.scheduled)} with a recall + ${whole(records.left)} left by agents + ${whole(records.open)} open · ${refused}`,
    `  calls          ${whole(calls.total)} = ${statuses(figures)}${calls.underWay > 0 ? ` + ${whole(calls.underWay)} under way` : ''}`,
    `  people         ${whole(funnel.called)} called · ${whole(funnel.reached)} talked to · ${whole(funnel.classified)} classified · ${plural(funnel.success, 'success', 'successes')}`,
    `  classified     ${listed(figures.classifiers)}`,
    `  abandoned      ${percent(abandoned.share, 2)} of ${plural(abandoned.answers, 'answered call')} (${whole(abandoned.abandoned - abandoned.late)} without an agent, ${whole(abandoned.late)} later than 2 s); the cap is ${percent(cap)} per day`,
    `  agents         busy ${percent(figures.utilisation)} of ${plural(Math.round(figures.staffedHours), 'staffed hour')}`,
    `  messages       ${whole(messages.sms)} SMS in ${plural(messages.smsParts, 'part')}, ${plural(messages.email, 'e-mail')}`,
    ...blockedLine(figures),
    ...inboundLine(figures),
  ];
}

function blockedLine({ blocked }: DryRunFigures): readonly string[] {
  if (blocked === undefined) return [];
  const { consent, blacklist, cap, hours } = blocked;
  return [
    `  held up        ${plural(consent, 'record')} without consent, ${whole(blacklist)} on the blacklist, ${whole(cap)} at a cap, ${whole(hours)} put off to allowed hours`,
  ];
}

function inboundLine({ inbound, records }: DryRunFigures): readonly string[] {
  if (inbound === undefined) return [];
  const { received, answered, forwarded, missed, onTheLine } = inbound;
  const line = onTheLine > 0 ? ` + ${whole(onTheLine)} on the line` : '';
  return [
    `  inbound        ${plural(received, 'call')} = ${whole(answered)} answered + ${whole(forwarded)} forwarded + ${whole(missed)} missed${line} · ${plural(records.callers, 'record')} added`,
    `    of the missed ${whole(inbound.voicemail)} left a message, ${whole(inbound.callback)} ${isOrAre(inbound.callback)} called back, ${whole(inbound.hungUp)} hung up`,
  ];
}

const STATUSES = ['answered', 'not-answered', 'busy', 'voicemail', 'error', 'abandoned'] as const;

function statuses({ calls }: DryRunFigures): string {
  return STATUSES.map((status) => `${whole(calls[status])} ${words(status)}`).join(' + ');
}

function listed(counts: Readonly<Record<string, number>>): string {
  const parts = Object.entries(counts).map(([name, count]) => `${whole(count)} ${name}`);
  return parts.length === 0 ? 'none' : parts.join(', ');
}

/** Hours of the day down, days across. */
export function hourTable(hours: readonly HourFigures[], abreast: number): readonly string[] {
  const busy = hours.filter(({ calls, contacts, agents }) => calls + contacts + agents > 0);
  const days = [...new Set(busy.map(({ hour }) => hour.slice(0, 10)))];
  const blocks: string[] = [];
  for (let from = 0; from < days.length; from += abreast) {
    const shown = days.slice(from, from + abreast);
    const there = busy.filter(({ hour }) => shown.includes(hour.slice(0, 10)));
    const times = [...new Set(there.map(({ hour }) => hour.slice(11)))].toSorted();
    const rows = times.map((time) => [
      time,
      ...shown.map((day) => {
        const found = there.find(({ hour }) => hour === `${day}T${time}`);
        return found && found.calls + found.contacts > 0
          ? `${whole(found.calls)} / ${whole(found.contacts)}`
          : '·';
      }),
    ]);
    blocks.push(...columns([['', ...shown.map((day) => day.slice(5))], ...rows]));
  }
  return blocks;
}

const DAY_HEADINGS = [
  '',
  'calls',
  'conversations',
  'picked up',
  'abandoned',
  'share',
  'agents busy',
];
const SHORT_DAY_HEADINGS = ['', 'calls', 'talks', 'picked', 'aband.', 'share', 'busy'];

export function dayTable(
  { days, cap }: Pick<DryRunFigures, 'days' | 'cap'>,
  width: number = ANY_WIDTH,
): readonly string[] {
  const rows = days.map((day) => [
    day.day,
    whole(day.calls),
    whole(day.contacts),
    whole(day.answers),
    whole(day.abandoned),
    `${percent(day.share, 2)}${day.overCap ? ' !' : ''}`,
    percent(day.utilisation),
  ]);
  const over = days.filter(({ overCap }) => overCap).length;
  return [
    ...columns([width < NARROW ? SHORT_DAY_HEADINGS : DAY_HEADINGS, ...rows]),
    ...(over > 0
      ? [`  ! above the cap of ${percent(cap)}; on a day with few answers a single call is enough`]
      : []),
  ];
}

export function costTable(
  { cost, records }: Pick<DryRunFigures, 'cost' | 'records'>,
  width: number = ANY_WIDTH,
): readonly string[] {
  const { currency } = cost;
  const money = (value: number | undefined) =>
    value === undefined ? 'no price' : value.toFixed(value < 10 ? 3 : 2);
  const each = records.imported === 0 ? 0 : cost.total / records.imported;
  const rows = cost.lines.map((line: BillLine) => [
    line.label,
    quantity(line.quantity),
    line.unitPrice === undefined ? '' : String(Number(line.unitPrice.toPrecision(6))),
    money(line.amount),
    `${line.basis}: ${line.how}`,
  ]);
  return [
    `Cost in ${currency}, without free tiers and taxes`,
    ...withExplanations([['', 'quantity', 'price', 'amount', ''], ...rows], width),
    `  AWS ${money(cost.aws)} + Connect minutes ${money(cost.connect)} + carriers ${money(cost.carriers)} = ${money(cost.total)}, ${money(each)} per record`,
    `  AWS for a thousand calls ${money(cost.awsPerThousandCalls)}, at rest ${money(cost.awsAtRestPerMonth)} a month without alarms`,
    ...(cost.unpriced.length > 0
      ? [
          `  not in the total; give these prices with --prices: ${cost.unpriced.map((id) => PRICE_LABELS[id]).join(', ')}`,
        ]
      : []),
  ];
}

/** What the last column says goes below its row where there is no room beside it. */
function withExplanations(rows: readonly (readonly string[])[], width: number): readonly string[] {
  const abreast = columns(rows, [0, 4]);
  if (abreast.every((line) => line.length <= width)) return abreast;
  const figures = columns(rows.map((row) => row.slice(0, 4)));
  return figures.flatMap((line, n) => {
    const explanation = rows[n]?.[4] ?? '';
    return explanation === '' ? [line] : [line, `    ${explanation}`];
  });
}

const quantity = (value: number): string =>
  value >= 100 ? whole(value) : String(Number(value.toPrecision(4)));

/** A table, on its side where it would be wider than the terminal. */
export function tableFor(
  rows: readonly (readonly string[])[],
  width: number = ANY_WIDTH,
): readonly string[] {
  const upright = columns(rows);
  if (upright.every((line) => line.length <= width)) return upright;
  return columns((rows[0] ?? []).map((_, n) => rows.map((row) => row[n] ?? '')));
}

/** Columns as wide as their widest cell. @param left those that begin at the left */
export function columns(rows: readonly (readonly string[])[], left: readonly number[] = [0]) {
  const widths = (rows[0] ?? []).map((_, n) =>
    Math.max(...rows.map((row) => (row[n] ?? '').length)),
  );
  return rows.map((row) =>
    `  ${row
      .map((cell, n) =>
        left.includes(n) ? cell.padEnd(widths[n] ?? 0) : cell.padStart(widths[n] ?? 0),
      )
      .join('  ')}`.trimEnd(),
  );
}
