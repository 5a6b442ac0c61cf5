// Horizontal bars with their names and figures: outcomes of calls, and how far records came.
import { percent, whole } from '../print.ts';
import { html, type Markup } from './markup.ts';

export interface Bar {
  readonly name: string;
  readonly count: number;
  readonly fill: string;
}

const WIDTH = 460;
const NAME = 124;
const FIGURE = 118;
const ROW = 34;

/** @param of what the shares are of; the longest bar when larger */
export function barPlot(id: string, title: string, bars: readonly Bar[], of: number): Markup {
  const longest = Math.max(1, ...bars.map(({ count }) => count));
  const width = WIDTH - NAME - FIGURE;
  const described = bars.map(({ name, count }) => `${name} ${whole(count)}`).join(', ');
  const share = (count: number) => (of === 0 ? '' : ` · ${percent(count / of)}`);
  return html`<svg viewBox="0 0 ${WIDTH} ${bars.length * ROW + 4}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">${title}</title>
<desc id="${id}-desc">${described}.</desc>
${bars.map(({ name, count, fill }, n) => {
  const y = n * ROW;
  const long = (count / longest) * width;
  return html`<text class="label" x="${NAME - 10}" y="${y + 21}" text-anchor="end">${name}</text><rect class="${fill}" x="${NAME}" y="${y + 5}" width="${Math.max(1, long)}" height="${ROW - 11}" rx="2"/><text class="strong" x="${NAME + Math.max(1, long) + 8}" y="${y + 21}">${whole(count)}${share(count)}</text>`;
})}
<line class="axis" x1="${NAME}" x2="${NAME}" y1="0" y2="${bars.length * ROW}"/>
</svg>`;
}
