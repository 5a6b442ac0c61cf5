// A plot of lines or bars over one axis. What draws it is loaded when the first one is shown; its
// place is kept until then, so that nothing jumps.
import { lazy, Suspense } from 'react';

/** Colours of the styles, by what they stand for: they follow the theme. */
export type PlotColor = 'accent' | 'good' | 'warn' | 'bad' | 'text-soft';

export interface PlotLine {
  readonly label: string;
  /** One for each place on the axis; null where there is none. */
  readonly values: readonly (number | null)[];
  readonly color: PlotColor;
  readonly as?: 'line' | 'bars';
  /** Of two that are compared the second: told apart without colours. */
  readonly dashed?: boolean;
}

export interface PlotProps {
  /** What a screen reader says instead of the picture. */
  readonly label: string;
  /** Places on the axis in order: epoch seconds with a time zone, any numbers without. */
  readonly at: readonly number[];
  /** IANA name, for an axis of moments. */
  readonly timeZone?: string;
  readonly lines: readonly PlotLine[];
  /** What stands below the axis. */
  readonly place: (at: number) => string;
  readonly value: (value: number) => string;
  /** Pixels. */
  readonly height?: number;
}

export const PLOT_HEIGHT = 220;

const Drawn = lazy(async () => ({ default: (await import('./drawn-plot.tsx')).DrawnPlot }));

export function Plot(props: PlotProps) {
  const { lines, height = PLOT_HEIGHT } = props;
  return (
    <figure className="plot">
      <ul className="plot-keys">
        {lines.map(({ label, color, dashed = false }) => (
          <li key={label}>
            <i data-color={color} data-dashed={dashed} aria-hidden="true" />
            {label}
          </li>
        ))}
      </ul>
      <Suspense fallback={<div style={{ height }} />}>
        <Drawn {...props} />
      </Suspense>
    </figure>
  );
}
