// What may be wider than the screen: it scrolls by itself, by keyboard too.
import type { ReactNode } from 'react';

export const Scrolling = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: without it keys could not scroll it
  <section className="table-wrap" aria-label={label} tabIndex={0}>
    {children}
  </section>
);
