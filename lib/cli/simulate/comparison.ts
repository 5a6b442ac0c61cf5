// Variants side by side: the few figures one decides by, a row each.
import { PRICE_LABELS } from '../../language/schema/prices.ts';
import type {
  CampaignFigures,
  CentreFigures,
  TotalFigures,
} from '../../simulation/dry-run/figures.ts';
import type { Variant } from './compare-option.ts';
import { columns, percent, whole } from './print.ts';

export interface Compared {
  readonly variant: Variant;
  readonly figures: CentreFigures;
}

export interface ComparedRow {
  readonly what: string;
  readonly of: (figures: CentreFigures) => string;
}

const left = ({ records }: TotalFigures) => records.scheduled + records.open;
const daysAboveCap = ({ campaigns }: CentreFigures): number =>
  campaigns.flatMap(({ days }) => days.filter(({ overCap }) => overCap)).length;

const ROWS: readonly ComparedRow[] = [
  { what: 'agents', of: ({ total }) => whole(total.agents) },
  {
    what: 'mode',
    of: ({ campaigns }) => [...new Set(campaigns.flatMap(({ mode }) => mode || []))].join(', '),
  },
  {
    what: 'list exhausted',
    of: ({ total }) => total.exhaustedAt?.replace('T', ' ') ?? `no, ${whole(left(total))} left`,
  },
  { what: 'calls', of: ({ total }) => whole(total.calls.total) },
  { what: 'conversations', of: ({ total }) => whole(total.contacts) },
  { what: 'people talked to', of: ({ total }) => whole(total.funnel.reached) },
  { what: 'successes', of: ({ total }) => whole(total.funnel.success) },
  { what: 'abandoned', of: ({ total }) => percent(total.abandoned.share, 2) },
  { what: 'days above the cap', of: (figures) => whole(daysAboveCap(figures)) },
  { what: 'agents busy', of: ({ total }) => percent(total.utilisation) },
  { what: 'staffed hours', of: ({ total }) => whole(total.staffedHours) },
  { what: 'SMS', of: ({ total }) => whole(total.messages.sms) },
  { what: 'e-mails', of: ({ total }) => whole(total.messages.email) },
  { what: 'cost', of: ({ cost }) => `${cost.total.toFixed(2)} ${cost.currency}` },
];

/** The rows that say something about this run: those of the sums, then of each campaign. */
export function comparedRows({ campaigns, total }: CentreFigures): readonly ComparedRow[] {
  return [
    ...ROWS,
    ...(total.inbound ? INBOUND : []),
    ...(campaigns.length === 1 ? [] : campaigns.flatMap((each, n) => rowsOfCampaign(each, n))),
  ];
}

const INBOUND: readonly ComparedRow[] = [
  { what: 'inbound calls', of: ({ total }) => whole(total.inbound?.received ?? 0) },
  { what: 'of them missed', of: ({ total }) => whole(total.inbound?.missed ?? 0) },
];

function rowsOfCampaign({ campaign, mode }: CampaignFigures, n: number): readonly ComparedRow[] {
  if (mode === '') return [];
  const row = (what: string, of: (figures: CampaignFigures) => string): ComparedRow => ({
    what: `${campaign}: ${what}`,
    of: ({ campaigns }) => {
      const figures = campaigns[n];
      return figures ? of(figures) : '';
    },
  });
  return [
    row('conversations', ({ contacts }) => whole(contacts)),
    row('abandoned', ({ abandoned }) => percent(abandoned.share, 2)),
  ];
}

/** What ran: the campaign, or how many. */
export function nameOfRun({ campaigns }: CentreFigures): string {
  const [first] = campaigns;
  return campaigns.length === 1 && first ? first.campaign : `${campaigns.length} campaigns`;
}

/** "b: agents 14, mode progressive" */
export function settingsOf({ name, ...settings }: Variant): string {
  const said = Object.entries(settings).map(([key, value]) =>
    key === 'cap' || key === 'pickup' ? `${key} ${percent(Number(value))}` : `${key} ${value}`,
  );
  return `${name}: ${said.length === 0 ? 'unchanged' : said.join(', ')}`;
}

export function printedComparison(compared: readonly Compared[]): readonly string[] {
  const [first] = compared;
  if (!first) return [];
  const { seed, from } = first.figures;
  const partial = compared.some(({ figures }) => figures.partial);
  const wrong = compared.flatMap(({ variant, figures }) =>
    figures.discrepancies.map((line) => `  ${variant.name}: ${line}`),
  );
  return [
    `Dry runs of ${nameOfRun(first.figures)} · from ${from.replace('T', ' ')} · seed ${seed}${partial ? ' · PARTIAL: stopped early' : ''}`,
    ...compared.map(({ variant }) => `  ${settingsOf(variant)}`),
    '',
    ...columns([
      ['', ...compared.map(({ variant }) => variant.name)],
      ...comparedRows(first.figures).map(({ what, of }) => [
        what,
        ...compared.map(({ figures }) => of(figures)),
      ]),
    ]),
    ...(first.figures.cost.unpriced.length > 0
      ? [
          '',
          `  not in the cost; give these prices with --prices: ${first.figures.cost.unpriced.map((id) => PRICE_LABELS[id]).join(', ')}`,
        ]
      : []),
    '',
    ...(wrong.length === 0 ? ['All sums reconcile.'] : ['DOES NOT ADD UP:', ...wrong]),
  ];
}
