// Draws a plot on a canvas with uPlot. Colours are read from the styles as they are now, and again
// when the theme changes.
import { useEffect, useRef, useState } from 'react';
import UPlot from 'uplot';
import { PLOT_HEIGHT, type PlotColor, type PlotLine, type PlotProps } from './plot-lines.ts';

/** Pixels. */
const AXIS = { width: 52, letter: 7, between: 28 } as const;
const FILL = '55';

export function DrawnPlot(props: PlotProps) {
  const { label, at, lines, height = PLOT_HEIGHT } = props;
  const box = useRef<HTMLDivElement>(null);
  const drawn = useRef<UPlot>(undefined);
  const theme = useTheme();
  const latest = useRef(props);
  latest.current = props;
  // lines of the same look are drawn on, anything else begins anew
  const look = JSON.stringify(lines.map(({ values: _, ...rest }) => rest));
  // biome-ignore lint/correctness/useExhaustiveDependencies: theme and look are what it is made of
  useEffect(() => {
    const into = box.current;
    if (into === null) return undefined;
    const plot = new UPlot(optionsOf(latest.current, into), dataOf(latest.current), into);
    drawn.current = plot;
    const watch = new ResizeObserver(() => plot.setSize({ width: into.clientWidth, height }));
    watch.observe(into);
    return () => {
      watch.disconnect();
      plot.destroy();
      drawn.current = undefined;
    };
  }, [theme, look, height]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: places and lines are what it draws
  useEffect(() => drawn.current?.setData(dataOf(latest.current)), [at, lines]);
  return <div ref={box} className="plot-canvas" role="img" aria-label={label} />;
}

const dataOf = ({ at, lines }: PlotProps): UPlot.AlignedData => [
  [...at],
  ...lines.map(({ values }) => [...values]),
];

function optionsOf(props: PlotProps, into: HTMLElement): UPlot.Options {
  const { at, lines, timeZone, place, value, height = PLOT_HEIGHT } = props;
  const color = colorsOf(into);
  const grid = { stroke: color('line'), width: 1 };
  const axis = { stroke: color('text-soft'), font: `12px ${getComputedStyle(into).fontFamily}` };
  return {
    width: Math.max(1, into.clientWidth),
    height,
    legend: { show: false },
    cursor: { show: false },
    ...(timeZone !== undefined && {
      tzDate: (seconds: number) => UPlot.tzDate(new Date(seconds * 1000), timeZone),
    }),
    scales: {
      x: { time: timeZone !== undefined, ...(lines.some(isBars) && { range: withMargins }) },
      y: { range: (_, __, max) => [0, max > 0 ? max * 1.08 : 1] },
    },
    axes: [
      {
        ...axis,
        space:
          AXIS.letter * Math.max(...at.slice(0, 50).map((one) => place(one).length)) + AXIS.between,
        grid: { show: false },
        ticks: grid,
        // places without time are counted: between two of them is nothing
        ...(timeZone === undefined && { incrs: [1, 2, 3, 4, 6, 8, 12, 24, 48, 96, 192, 384] }),
        values: (_, splits) => splits.map((split) => place(split)),
      },
      {
        ...axis,
        size: AXIS.width,
        grid,
        ticks: { show: false },
        values: (_, splits) => splits.map((split) => value(split)),
      },
    ],
    series: [{}, ...lines.map((line) => seriesOf(line, color(line.color)))],
  };
}

const isBars = ({ as }: PlotLine): boolean => as === 'bars';

/** Bars at the ends are as wide as the others. */
const withMargins = (_: UPlot, min: number, max: number): [number, number] => [
  min - 0.6,
  max + 0.6,
];

function seriesOf(line: PlotLine, stroke: string): UPlot.Series {
  const { label, dashed = false } = line;
  const bars = UPlot.paths.bars?.({ size: [0.7, 60] });
  return {
    label,
    stroke,
    width: 2,
    points: { show: line.values.length === 1 },
    ...(dashed && { dash: [6, 4] }),
    ...(isBars(line) && bars && { paths: bars, fill: faint(stroke), width: 1 }),
  };
}

/** Of rgb(…) as styles are computed, a fill that lets the grid through. */
const faint = (color: string): string =>
  /^#[0-9a-f]{6}$/i.test(color)
    ? `${color}${FILL}`
    : color.replace(/^rgb\((.*)\)$/, 'rgba($1, 0.35)');

/** A variable that is a pair for light and dark is only resolved where it is used. */
function colorsOf(into: HTMLElement): (name: PlotColor | 'line') => string {
  return (name) => {
    const probe = document.createElement('span');
    probe.style.color = `var(--${name})`;
    into.append(probe);
    const { color } = getComputedStyle(probe);
    probe.remove();
    return color;
  };
}

/** Counts changes of the theme, by the person or by the device. */
function useTheme(): number {
  const [changes, setChanges] = useState(0);
  useEffect(() => {
    const changed = () => setChanges((before) => before + 1);
    const device = matchMedia('(prefers-color-scheme: dark)');
    device.addEventListener('change', changed);
    const watch = new MutationObserver(changed);
    watch.observe(document.documentElement, { attributeFilter: ['data-theme'] });
    return () => {
      device.removeEventListener('change', changed);
      watch.disconnect();
    };
  }, []);
  return changes;
}
