// A part of a place, with its heading.
import type { ReactNode } from 'react';

interface Props {
  readonly title: string;
  readonly beside?: ReactNode;
  /** Tables reach the edges. */
  readonly flush?: boolean;
  readonly children: ReactNode;
}

export const Card = ({ title, beside, flush = false, children }: Props) => (
  <section className="card" aria-label={title}>
    <div className="card-head">
      <h2>{title}</h2>
      {beside}
    </div>
    {flush ? children : <div className="card-body">{children}</div>}
  </section>
);
