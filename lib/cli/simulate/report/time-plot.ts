// Calls and agents over time: two panels over one axis of hours. Hours in which nobody works are
// left out, so a night is a gap with a line, not half of the plot.
import type { HourFigures } from '../../../simulation/dry-run/figures.ts';
import { html, type Markup } from './markup.ts';
import { scaleTo, ticksTo } from './scale.ts';

const WIDTH = 960;
const LEFT = 54;
const RIGHT = 8;
const PANELS = [
  { top: 22, height: 190 },
  { top: 252, height: 120 },
] as const;
const HEIGHT = 412;

interface Bar {
  readonly of: (hour: HourFigures) => number;
  readonly fill: string;
}

export function workedHours(hours: readonly HourFigures[]): readonly HourFigures[] {
  return hours.filter(({ calls, contacts, agents }) => calls + contacts > 0 || agents >= 0.05);
}

/** @param id prefix of the ids in the page */
export function timePlot(id: string, hours: readonly HourFigures[]): Markup {
  const shown = workedHours(hours);
  const step = (WIDTH - LEFT - RIGHT) / Math.max(1, shown.length);
  const peak = shown.reduce<HourFigures | undefined>(
    (best, hour) => (best === undefined || hour.calls > best.calls ? hour : best),
    undefined,
  );
  const described = peak
    ? `${shown.length} hours. The most calls, ${peak.calls}, began in the hour of ${peak.hour.replace('T', ' ')}.`
    : 'Nobody was called.';
  return html`<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-labelledby="${id}-title ${id}-desc">
<title id="${id}-title">Calls and agents by the hour</title>
<desc id="${id}-desc">${described} The table below has every hour.</desc>
${panel(PANELS[0], 'calls an hour', shown, step, [
  { of: ({ calls }) => calls, fill: 'calls' },
  { of: ({ contacts }) => contacts, fill: 'contacts' },
])}
${panel(PANELS[1], 'agents', shown, step, [
  { of: ({ agents }) => agents, fill: 'agents' },
  { of: ({ busy }) => busy, fill: 'busy' },
])}
${days(shown, step)}
</svg>`;
}

/** Bars of one hour stand before each other, the higher behind. */
function panel(
  { top, height }: (typeof PANELS)[number],
  label: string,
  hours: readonly HourFigures[],
  step: number,
  bars: readonly Bar[],
): Markup {
  const most = Math.max(1, ...hours.flatMap((hour) => bars.map(({ of }) => of(hour))));
  const ticks = ticksTo(most);
  const y = scaleTo(ticks.at(-1) ?? 1, top, height);
  const gap = step > 6 ? 1.5 : 0.4;
  const drawn = bars.flatMap(({ of, fill }) =>
    hours.map((hour, n) => {
      const value = of(hour);
      if (value <= 0) return html``;
      const at = y(value);
      return html`<rect class="${fill}" x="${LEFT + n * step + gap / 2}" y="${at}" width="${Math.max(0.5, step - gap)}" height="${top + height - at}"/>`;
    }),
  );
  return html`<text class="label" x="0" y="${top - 8}">${label}</text>
${ticks.map((tick) => html`<line class="grid" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${y(tick)}" y2="${y(tick)}"/><text x="${LEFT - 8}" y="${y(tick) + 4}" text-anchor="end">${tick.toLocaleString('en')}</text>`)}
${drawn}`;
}

/** A line where a day begins, and its date where there is room. */
function days(hours: readonly HourFigures[], step: number): Markup {
  const first = PANELS[0];
  const last = PANELS[1];
  const bottom = last.top + last.height;
  let free = 0;
  const marks = hours.map(({ hour }, n) => {
    const day = hour.slice(0, 10);
    if (n > 0 && hours[n - 1]?.hour.startsWith(day)) return html``;
    const x = LEFT + n * step;
    const line = html`<line class="axis" x1="${x}" x2="${x}" y1="${first.top}" y2="${bottom + 6}"/>`;
    if (x < free) return line;
    free = x + 62;
    return html`${line}<text x="${x + 3}" y="${bottom + 20}">${dayName(day)}</text>`;
  });
  return html`<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${bottom}" y2="${bottom}"/>
<line class="axis" x1="${LEFT}" x2="${WIDTH - RIGHT}" y1="${first.top + first.height}" y2="${first.top + first.height}"/>${marks}`;
}

const DAY_NAME = new Intl.DateTimeFormat('en-GB', {
  weekday: 'short',
  day: 'numeric',
  month: 'short',
  timeZone: 'UTC',
});

/** "Mon 2 Mar" */
export const dayName = (day: string): string =>
  DAY_NAME.format(Date.parse(`${day}T00:00:00Z`)).replace(',', '');
