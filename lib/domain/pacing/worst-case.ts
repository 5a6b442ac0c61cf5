// The gate of the window `day`: a call beyond one per free agent is started only if the share would
// stay under the cap even if from now on no busy agent became free and everybody in flight
// answered. Whatever becomes of these calls then, the same holds afterwards, so neither chance nor
// a wrong forecast can break it. What can: agents who leave, or take other calls, while calls for
// them ring, and waits that have other reasons (docs/pacing.md).

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
 * The cap times a count is no exact figure: a loss that just fits must not be taken for one too
 * many.
 */
const ROUNDING = 1e-9;

/**
 * Losses that may happen at once. Who is lost has answered: abandoned + n may be cap × (answered +
 * n).
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
