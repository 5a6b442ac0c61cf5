// A dry run of several campaigns as lines for a terminal: a row for each campaign, then the sums.

import { plural } from '../../language/plural.ts';
import type {
  CampaignFigures,
  CentreFigures,
  TotalFigures,
} from '../../simulation/dry-run/figures.ts';
import type { InboundSums } from '../../simulation/dry-run/inbound-tally.ts';
import {
  ANY_WIDTH,
  costTable,
  daysAbreast,
  dayTable,
  hourTable,
  percent,
  reconciled,
  shownMoment,
  tableFor,
  whole,
} from './print.ts';

type Figures = CampaignFigures | TotalFigures;

/** @param width of the terminal, in columns */
export function printedCentre(centre: CentreFigures, width: number = ANY_WIDTH): readonly string[] {
  const { campaigns, total, cost, discrepancies } = centre;
  return [
    ...heading(centre),
    '',
    ...tableFor([DIALING, ...rows(centre, (figures) => dialing(figures))], width),
    `  answered, abandoned: people who picked up; share: abandoned / (answered + abandoned)`,
    '',
    ...tableFor([RECORDS, ...rows(centre, (figures) => records(figures))], width),
    ...heldUpTable(campaigns, total, width),
    ...inboundTable(campaigns, total, width),
    '',
    'Calls / conversations per hour, all campaigns',
    ...hourTable(total.hours, daysAbreast(width)),
    '',
    'Per day, all campaigns',
    ...dayTable(total, width),
    '',
    ...costTable({ cost, records: total.records }, width),
    '',
    ...reconciled(discrepancies),
  ];
}

function heading({ campaigns, total, seed, from, to, partial }: CentreFigures): readonly string[] {
  const left = total.records.scheduled + total.records.open;
  return [
    `Dry run of ${plural(campaigns.length, 'campaign')} · ${plural(total.agents, 'agent')} · seed ${seed}`,
    `  ${shownMoment(from)} to ${shownMoment(to)}${partial ? ' · PARTIAL: stopped early' : ''}`,
    total.exhaustedAt === undefined
      ? `  ${plural(left, 'record')} left to call`
      : `  all lists are exhausted at ${shownMoment(total.exhaustedAt)}`,
    `  agents busy ${percent(total.utilisation)} of ${plural(Math.round(total.staffedHours), 'staffed hour')}`,
  ];
}

const rows = (
  { campaigns, total }: CentreFigures,
  cells: (figures: Figures) => readonly string[],
): readonly (readonly string[])[] => [
  ...campaigns.map((figures) => [figures.campaign, ...cells(figures)]),
  ['total', ...cells(total)],
];

const DIALING = [
  ...['', 'mode', 'agents', 'calls', 'conversations', 'answered', 'abandoned', 'share', 'cap'],
  'days above',
];

function dialing(figures: Figures): readonly string[] {
  const { agents, calls, contacts, abandoned, cap, days } = figures;
  const { answers, share } = abandoned;
  return [
    'mode' in figures ? figures.mode || 'takes calls' : '',
    whole(agents),
    whole(calls.total),
    whole(contacts),
    whole(answers - abandoned.abandoned),
    whole(abandoned.abandoned),
    percent(share, 2),
    'mode' in figures && figures.mode === '' ? '' : percent(cap),
    whole(days.filter(({ overCap }) => overCap).length),
  ];
}

const RECORDS = [
  ...['', 'records', 'closed', 'set aside', 'with a recall', 'left by agents', 'open'],
  ...['successes', 'SMS', 'e-mails', 'list exhausted'],
];

function records({ records, funnel, messages, exhaustedAt }: Figures): readonly string[] {
  return [
    whole(records.imported),
    whole(records.closed),
    whole(records.setAside),
    whole(records.scheduled),
    whole(records.left),
    whole(records.open),
    whole(funnel.success),
    whole(messages.sms),
    whole(messages.email),
    exhaustedAt === undefined ? '·' : shownMoment(exhaustedAt),
  ];
}

/** Only where somebody was held up. */
function heldUpTable(
  campaigns: readonly CampaignFigures[],
  { blocked: total }: TotalFigures,
  width: number,
): readonly string[] {
  if (total === undefined) return [];
  const cells = (blocked: typeof total) => [
    ...[blocked.consent, blocked.blacklist, blocked.cap, blocked.hours].map(whole),
  ];
  const held = campaigns.flatMap(({ campaign, blocked }) =>
    blocked ? [[campaign, ...cells(blocked)]] : [],
  );
  return ['', ...tableFor([HELD_UP, ...held, ['total', ...cells(total)]], width)];
}

const HELD_UP = ['held up', 'no consent', 'on the blacklist', 'at a cap', 'not in these hours'];

function inboundTable(
  campaigns: readonly CampaignFigures[],
  { inbound: total }: TotalFigures,
  width: number,
): readonly string[] {
  if (total === undefined) return [];
  const answering = campaigns.flatMap(({ campaign, inbound }) =>
    inbound ? [[campaign, ...inboundCells(inbound)]] : [],
  );
  return ['', ...tableFor([INBOUND, ...answering, ['total', ...inboundCells(total)]], width)];
}

const INBOUND = [
  ...['inbound', 'received', 'answered', 'forwarded', 'missed', 'on the line'],
  ...['left a message', 'called back', 'hung up'],
];

const inboundCells = (sums: InboundSums): readonly string[] =>
  [
    ...[sums.received, sums.answered, sums.forwarded, sums.missed, sums.onTheLine],
    ...[sums.voicemail, sums.callback, sums.hungUp],
  ].map(whole);
