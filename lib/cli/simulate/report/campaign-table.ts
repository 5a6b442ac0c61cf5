// The campaigns of a centre beside each other, with their sums.
import type {
  CampaignFigures,
  CentreFigures,
  TotalFigures,
} from '../../../simulation/dry-run/figures.ts';
import { percent, whole } from '../print.ts';
import { html, type Markup } from './markup.ts';
import { table } from './table.ts';

export function campaignTable({ campaigns, total }: CentreFigures): Markup {
  return html`<section><h2>Campaigns</h2>
${table({
  caption: 'Share: abandoned / (answered + abandoned)',
  headings: [
    ...['', 'mode', 'calls', 'conversations', 'answered', 'abandoned', 'share', 'cap'],
    ...['inbound calls', 'missed'],
  ],
  texts: [1],
  rows: campaigns.map((figures) => [
    figures.campaign,
    figures.mode || 'takes calls',
    ...cells(figures),
  ]),
  sums: ['total', '', ...cells(total)],
})}</section>`;
}

function cells(figures: CampaignFigures | TotalFigures): readonly string[] {
  const { calls, contacts, abandoned, cap, inbound } = figures;
  return [
    whole(calls.total),
    whole(contacts),
    whole(abandoned.answers - abandoned.abandoned),
    whole(abandoned.abandoned),
    percent(abandoned.share, 2),
    'mode' in figures && figures.mode === '' ? '' : percent(cap),
    inbound ? whole(inbound.received) : '',
    inbound ? whole(inbound.missed) : '',
  ];
}
