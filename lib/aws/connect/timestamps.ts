// Moments of a contact, from Connect's timestamps.
import { type Instant, instant } from '../../domain/model/instant.ts';

/** Connect writes the beginning of time for what has not happened. */
const BEFORE_CONNECT = Date.UTC(2017, 0);

/** The mark of a moment, or nothing while it has not come. */
export function mark<N extends string>(name: N, at: Date | undefined): { [K in N]?: Instant } {
  if (!at || Number.isNaN(at.getTime()) || at.getTime() < BEFORE_CONNECT) return {};
  return { [name]: instant(at.getTime()) } as { [K in N]: Instant };
}
