// The gate of the window `day`: a call beyond one per free agent starts only if the share would
// stay under the cap even if no busy agent became free from now on and every call in flight were
// answered. Whatever happens to these calls, the same holds afterwards, so neither chance nor a
// wrong forecast can break it. What can: agents who leave or take other calls while calls for them
// ring, and waits that have other reasons (docs/pacing.md).

import type { RecentShare } from './facts.ts';

type Counts = Pick<RecentShare, 'answered' | 'abandoned'>;

export interface Exposure {
  /** Free agents, and calls in flight that may take them. */
  readonly free: number;
  readonly inFlight: number;
  /** The calls of this campaign among them. */
  readonly own: number;
}

/**
 * The cap times a count is not exact in floating point: a loss that just fits must not count as one
 * too many.
 */
const ROUNDING = 1e-9;

/**
 * Losses that may happen at once. A lost call has been answered, too: abandoned + n may be up to
 * cap × (answered + n).
 */
export function bearableLosses({ answered, abandoned }: Counts, cap: number): number {
  return Math.floor((cap * answered - abandoned) / (1 - cap) + ROUNDING);
}

/** Losses that several campaigns may have at once, all together. */
export function bearableTogether(
  campaigns: readonly { readonly recent: Counts; readonly settings: { readonly cap: number } }[],
): number {
  const losses = campaigns.map(
    ({ recent: { answered, abandoned }, settings: { cap } }) =>
      (cap * answered - abandoned) / (1 - cap),
  );
  return Math.floor(losses.reduce((sum, each) => sum + each, 0) + ROUNDING);
}

/**
 * Calls of the campaign for which no agent is free. Where others share the agents, each campaign
 * has its part of those.
 */
export function exposedCalls({ free, inFlight, own }: Exposure): number {
  const exposed = Math.max(0, inFlight - free);
  return exposed === 0 || inFlight === own ? exposed : (exposed * own) / inFlight;
}

/**
 * Whether one more call of the campaign could be lost with all that are exposed. @param together of
 * all campaigns
 */
export function bearsOneMore(exposure: Exposure, bearable: number, together: number): boolean {
  const { free, inFlight, own } = exposure;
  const next = { free, inFlight: inFlight + 1, own: own + 1 };
  if (next.inFlight <= free + ROUNDING) return true;
  return (
    exposedCalls(next) <= Math.max(0, bearable) + ROUNDING &&
    next.inFlight - free <= Math.max(0, together) + ROUNDING
  );
}
