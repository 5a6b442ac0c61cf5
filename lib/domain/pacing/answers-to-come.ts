// Live answers still expected today.

import type { RecentShare } from './facts.ts';

export interface AnswersToComeInput {
  readonly now: number;
  readonly recent: RecentShare;
  /** Agents who take contacts. */
  readonly online: number;
  /** Mean seconds an agent is busy with one contact. */
  readonly contactSeconds: number;
}

/**
 * Within this many seconds of dialing, the usual pace of the agents online outweighs the campaign's
 * own.
 */
const WARM_UP_S = 1800;
/**
 * Share of their time agents are expected to be busy before anything is known; it grows with the
 * team.
 */
const USUAL_BUSY = { many: 0.95, lessAlone: 0.25 } as const;

/** Today's pace extrapolated, but never more than the agents now online can serve. */
export function answersToCome({ now, recent, online, contactSeconds }: AnswersToComeInput): number {
  const elapsed = Math.max(0, now - recent.since) / 1000;
  const left = Math.max(0, recent.until - now) / 1000;
  const capacity = online / contactSeconds;
  const busy = USUAL_BUSY.many - USUAL_BUSY.lessAlone / Math.sqrt(online);
  const seen = recent.answered + busy * capacity * WARM_UP_S;
  return left * Math.min(capacity, seen / (elapsed + WARM_UP_S));
}
