// The share of abandoned calls, day by day, against the cap.
import type { DryRunFigures } from '../../../simulation/dry-run/figures.ts';
import { percent, whole } from '../print.ts';
import { html, type Markup } from './markup.ts';
import { scaleTo, ticksTo } from './scale.ts';
import { dayName } from './time-plot.ts';

const WIDTH = 960;
const HEIGHT = 270;
const LEFT = 54;
/** Room for the name of the cap: over the bars it would not be read on one that crosses it. */
const RIGHT = 92;
const TOP = 22;
const DRAWN = 196;

export function sharePlot(
  id: string,
  { days, cap, abandoned }: Pick<DryRunFigures, 'days' | 'cap' | 'abandoned'>,
): Markup {
  const shown = days.filter(({ answers }) => answers > 0);
  const most = Math.max(cap * 1.35, 0.01, ...shown.map(({ share }) => share * 1.1));
  const ticks = ticksTo(most * 100);
  const top = (ticks.at(-1) ?? 1) / 100;
  const y = scaleTo(top, TOP, DRAWN);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, shown.length);
  const bar = Math.min(56, step * 0.62);
  const over = shown.filter(({ overCap }) => overCap).length;
  const every = Math.ceil(62 / step);
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">Share of abandoned calls by the day</title>
<desc id="${id}-desc">${percent(abandoned.share, 2)} over the whole run; ${over} of ${shown.length} days lie above the cap of ${percent(cap)}.</desc>
<text class="label" x="0" y="${TOP - 8}">of answered calls</text>
${ticks.map((tick) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick / 100)}" y2="${y(tick / 100)}"/><text x="${LEFT - 8}" y="${y(tick / 100) + 4}" text-anchor="end">${tick}%</text>`)}
${shown.map((day, n) => {
  const middle = LEFT + (n + 0.5) * step;
  const date =
    n % every === 0
      ? html`<text x="${middle}" y="${TOP + DRAWN + 20}" text-anchor="middle">${dayName(day.day)}</text><text x="${middle}" y="${TOP + DRAWN + 37}" text-anchor="middle">${whole(day.abandoned)} of ${whole(day.answers)}</text>`
      : html``;
  return html`<rect class="${day.overCap ? 'over-cap' : 'abandoned'}" x="${middle - bar / 2}" y="${y(day.share)}" width="${bar}" height="${TOP + DRAWN - y(day.share)}" rx="2"/>${date}`;
})}
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${TOP + DRAWN}" y2="${TOP + DRAWN}"/>
<line class="cap" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(cap)}" y2="${y(cap)}"/>
${shown.map((day, n) => (step >= 46 ? html`<text class="strong halo" x="${LEFT + (n + 0.5) * step}" y="${y(day.share) - 6}" text-anchor="middle">${percent(day.share)}</text>` : html``))}
<text class="cap-text" x="${WIDTH - RIGHT + 8}" y="${y(cap) + 4}">the cap, ${percent(cap)}</text>
</svg>`;
}
