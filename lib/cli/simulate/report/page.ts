// One page that holds everything: no script, no font, no picture from elsewhere, so that it can be
// mailed and kept.
import type { CentreFigures } from '../../../simulation/dry-run/figures.ts';
import { type Compared, comparedRows, nameOfRun, settingsOf } from '../comparison.ts';
import { whole } from '../print.ts';
import { campaignTable } from './campaign-table.ts';
import { html, type Markup } from './markup.ts';
import { cost, sections } from './sections.ts';
import { STYLE } from './style.ts';
import { table } from './table.ts';

/** Whose page it is, in the words of the definitions. */
export interface ReportNames {
  readonly centre: string;
  /** Names of the campaigns. */
  readonly campaigns: readonly string[];
}

export function reportPage(
  compared: readonly Compared[],
  { centre, campaigns }: ReportNames,
): string {
  const [first] = compared;
  if (!first) return '';
  const { from, to, seed } = first.figures;
  const title = `${compared.length > 1 ? 'Dry runs' : 'Dry run'} of ${nameOfRun(first.figures)}`;
  const body = compared.length > 1 ? several(compared) : one(first);
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${title} · ${centre}</title>
<style>${{ markup: STYLE }}</style>
</head>
<body>
<main>
<h1>${title}</h1>
<p class="names">${[...campaigns, centre].join(' · ')}</p>
${body}
<footer>Simulated; nobody was called. The rules, gates and pacing are those of the product, the people are simulated. From ${from.replace('T', ' ')}${compared.length > 1 ? '' : ` to ${to.replace('T', ' ')}`}, seed ${seed}. The same files and the same seed give the same figures.</footer>
</main>
</body>
</html>
`;
  return page.markup;
}

function one({ figures }: Compared): Markup {
  const { campaigns, total, from, to } = figures;
  const modes = campaigns.map(({ mode }) => mode || 'takes calls');
  const what = campaigns.length === 1 ? modes.join() : `${campaigns.length} campaigns`;
  return html`<p class="quiet">${what} · ${whole(total.agents)} agents · ${from.replace('T', ' ')} to ${to.replace('T', ' ')}</p>
${notes([figures])}${run('run', figures)}`;
}

/** One campaign, or the sums of all and a section for each. */
function run(id: string, figures: CentreFigures): Markup {
  const { campaigns, total, timeZone, cost: bill } = figures;
  const [first, ...others] = campaigns;
  if (first && others.length === 0)
    return html`${sections(id, first, { timeZone, bill })}${cost(bill)}`;
  return html`${campaignTable(figures)}
${sections(`${id}-all`, total, { timeZone, bill })}${cost(bill)}
${campaigns.map(
  (campaign, n) =>
    html`<h2 class="variant">${campaign.campaign}: ${campaign.mode || 'takes calls'}, ${whole(campaign.agents)} agents</h2>${sections(`${id}-${n + 1}`, campaign, { timeZone })}`,
)}`;
}

function several(compared: readonly Compared[]): Markup {
  const first = compared[0]?.figures;
  if (!first) return html``;
  return html`<p class="quiet">${compared.map(({ variant }) => settingsOf(variant)).join(' · ')}</p>
${notes(compared.map(({ figures }) => figures))}
<section><h2>Side by side</h2>
${table({
  caption: 'The same list, the same people, the same seed',
  headings: ['', ...compared.map(({ variant }) => variant.name)],
  rows: comparedRows(first).map(({ what, of }) => [
    what,
    ...compared.map(({ figures }) => of(figures)),
  ]),
})}</section>
${compared.map(
  ({ variant, figures }, n) =>
    html`<h2 class="variant">${settingsOf(variant)}</h2>${run(`variant-${n + 1}`, figures)}`,
)}`;
}

/** What a reader must know before the figures. */
function notes(all: readonly Compared['figures'][]): Markup {
  const partial = all.some((figures) => figures.partial)
    ? html`<p class="note">Partial: the run was stopped early, so all totals cover only what had happened by then.</p>`
    : html``;
  const wrong = all.flatMap((figures) => figures.discrepancies);
  if (wrong.length === 0) return partial;
  return html`${partial}<p class="note">These sums do not reconcile: ${wrong.join('; ')}.</p>`;
}
