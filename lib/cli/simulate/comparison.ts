// Variants side by side: the few figures one decides by, a row each.
import { PRICE_LABELS } from '../../language/schema/prices.ts';
import type { DryRunFigures } from '../../simulation/dry-run/figures.ts';
import type { Variant } from './compare-option.ts';
import { columns, percent, whole } from './print.ts';

export interface Compared {
  readonly variant: Variant;
  readonly figures: DryRunFigures;
}

export interface ComparedRow {
  readonly what: string;
  readonly of: (figures: DryRunFigures) => string;
}

const left = ({ records }: DryRunFigures) => records.scheduled + records.open;

export const COMPARED: readonly ComparedRow[] = [
  { what: 'agents', of: ({ agents }) => whole(agents) },
  { what: 'mode', of: ({ mode }) => mode },
  {
    what: 'list exhausted',
    of: (figures) => figures.exhaustedAt?.replace('T', ' ') ?? `no, ${whole(left(figures))} left`,
  },
  { what: 'calls', of: ({ calls }) => whole(calls.total) },
  { what: 'conversations', of: ({ contacts }) => whole(contacts) },
  { what: 'people talked to', of: ({ funnel }) => whole(funnel.reached) },
  { what: 'successes', of: ({ funnel }) => whole(funnel.success) },
  { what: 'abandoned', of: ({ abandoned }) => percent(abandoned.share, 2) },
  {
    what: 'days above the cap',
    of: ({ days }) => whole(days.filter(({ overCap }) => overCap).length),
  },
  { what: 'agents busy', of: ({ utilisation }) => percent(utilisation) },
  { what: 'staffed hours', of: ({ staffedHours }) => whole(staffedHours) },
  { what: 'SMS', of: ({ messages }) => whole(messages.sms) },
  { what: 'e-mails', of: ({ messages }) => whole(messages.email) },
  { what: 'cost', of: ({ cost }) => `${cost.total.toFixed(2)} ${cost.currency}` },
];

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
  const { campaign, seed, from } = first.figures;
  const partial = compared.some(({ figures }) => figures.partial);
  const wrong = compared.flatMap(({ variant, figures }) =>
    figures.discrepancies.map((line) => `  ${variant.name}: ${line}`),
  );
  return [
    `Dry runs of ${campaign} · from ${from.replace('T', ' ')} · seed ${seed}${partial ? ' · PARTIAL: stopped early' : ''}`,
    ...compared.map(({ variant }) => `  ${settingsOf(variant)}`),
    '',
    ...columns([
      ['', ...compared.map(({ variant }) => variant.name)],
      ...COMPARED.map(({ what, of }) => [what, ...compared.map(({ figures }) => of(figures))]),
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
