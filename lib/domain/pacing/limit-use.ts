// How much of the risk limit do started calls really use? The limit binds only the last call of a
// decision: the first of two calls for one agent risks little, and with few agents the next call is
// often far beyond the limit. How much is used depends on the answer chance and the team, so it is
// learned from the decisions themselves.

export interface LimitUse {
  /** Calls started under a limit, the newest ones. */
  readonly calls: number;
  /** Sum over these calls of risk divided by limit. */
  readonly used: number;
}

const MEMORY = 150;
/** The guess before the first call weighs as much as this many calls. */
const PRIOR_CALLS = 30;
/** The guess: a team of one uses half of the limit, a large team nearly all of it. */
const SMALL_TEAM = 0.9;
/**
 * Calls started later may be answered earlier, which no decision foresees: a team loses more calls
 * than the risks add up to.
 */
const OVERTAKEN = { most: 0.4, less: 0.45 } as const;

export const emptyLimitUse = (): LimitUse => ({ calls: 0, used: 0 });

/** @param share mean risk of the calls of one decision, divided by its limit */
export function noteStarted(use: LimitUse, calls: number, share: number): LimitUse {
  const total = use.calls + calls;
  const keep = total > MEMORY ? MEMORY / total : 1;
  return { calls: total * keep, used: (use.used + calls * share) * keep };
}

/** Share of answers lost, per risk allowed to the last call, for a team of this size. */
export function usualUse({ calls, used }: LimitUse, online: number): number {
  const team = 1 - 1 / Math.sqrt(online);
  const least = OVERTAKEN.most * team;
  const slope = 1 - OVERTAKEN.less * team;
  const guess = (1 / (1 + SMALL_TEAM / Math.sqrt(online)) - least) / slope;
  return Math.max(0.1, least + (slope * (used + PRIOR_CALLS * guess)) / (calls + PRIOR_CALLS));
}
