// A whole in its parts, as a bar; what it says is said in words beside it.
import type { CSSProperties } from 'react';

interface Part {
  readonly key: string;
  readonly count: number;
}

interface Props {
  /** For screen readers; left out where the words stand beside it. */
  readonly label?: string;
  readonly parts: readonly Part[];
}

export function PartsBar({ label, parts }: Props) {
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  const named =
    label === undefined ? { 'aria-hidden': true } : { role: 'img', 'aria-label': label };
  return (
    <div className="parts" {...named}>
      {all > 0 &&
        parts
          .filter(({ count }) => count > 0)
          .map(({ key, count }) => (
            <i key={key} data-part={key} style={{ flexGrow: count } as CSSProperties} />
          ))}
    </div>
  );
}
