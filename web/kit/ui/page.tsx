// One place of a page: its heading, the way back, what can be done here. On coming here the heading
// has the focus, so that screen readers say where one is.
import { type ReactNode, useEffect, useRef } from 'react';

interface Crumb {
  readonly says: string;
  readonly href: string;
}

interface Props {
  readonly title: string;
  readonly crumbs?: readonly Crumb[];
  /** Beside the title, such as a state. */
  readonly beside?: ReactNode;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

let arrivals = 0;

export function Page({ title, crumbs = [], beside, actions, children }: Props) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    // the first place is where the browser's own focus begins
    if (arrivals++ > 0) heading.current?.focus();
  }, []);
  useEffect(() => {
    document.title = `${title} · Ringback`;
  }, [title]);
  return (
    <div className="page">
      <header className="page-head">
        {crumbs.length > 0 && (
          <nav aria-label="breadcrumb">
            <ol className="crumbs">
              {crumbs.map(({ says, href }) => (
                <li key={href}>
                  <a href={href}>{says}</a>
                </li>
              ))}
            </ol>
          </nav>
        )}
        <div className="page-title">
          <h1 ref={heading} tabIndex={-1}>
            {title}
          </h1>
          {beside}
          {actions !== undefined && <div className="actions">{actions}</div>}
        </div>
      </header>
      {children}
    </div>
  );
}
