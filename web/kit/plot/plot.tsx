// A plot of lines or bars over one axis. What draws it is loaded when the first one is shown; its
// place is kept until then, so that nothing jumps.
import { lazy, Suspense } from 'react';
import { PLOT_HEIGHT, type PlotProps } from './plot-lines.ts';

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
