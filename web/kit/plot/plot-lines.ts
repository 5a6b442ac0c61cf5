// What a plot is told to draw.

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
