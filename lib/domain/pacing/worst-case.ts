// The promise of the window `day`: no day ends over the cap. A call beyond one per free agent is started only if the share
// would stay under it even if from now on no busy agent became free and everybody in flight answered. Whatever becomes of
// these calls then, an answer, none or a loss, the same holds afterwards, so neither chance nor a wrong forecast can break
// it. What can: agents who leave, or take other calls, while calls for them ring, and waits that have other reasons.

import type { PacingFigures, RecentShare } from './facts.ts';

type Counts = Pick<RecentShare, 'answered' | 'abandoned'>;

export interface WorstCase {
  /** Calls that may start now: those for free agents, and as many more as the answers so far pay for. */
  readonly calls: number;
  /** Losses the answers so far pay for. */
  readonly bearable: number;
  /** Calls in flight for which no agent is free. */
  readonly exposed: number;
}

/** The cap times a count is no exact figure: a loss that just fits must not be taken for one too many. */
const ROUNDING = 1e-9;

/** Losses that may happen at once. Who is lost has answered: abandoned + n may be cap × (answered + n). */
export function bearableLosses({ answered, abandoned }: Counts, cap: number): number {
  return Math.floor((cap * answered - abandoned) / (1 - cap) + ROUNDING);
}

export function worstCase(
  { free, inFlight }: Pick<PacingFigures, 'free' | 'inFlight'>,
  recent: Counts,
  cap: number,
): WorstCase {
  const bearable = Math.max(0, bearableLosses(recent, cap));
  const exposed = Math.max(0, inFlight - free);
  return { calls: Math.max(0, free - inFlight + bearable), bearable, exposed };
}
