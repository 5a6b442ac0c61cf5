// How many calls to start now, for one campaign with agents of its own: a pool of one
// (pace-pool.ts). Pure, and the gates it checked are part of the result, so that "why so few?" can
// be answered from the journal.

import type { PacingDecision, PacingFacts } from './facts.ts';
import { paceAgentPool } from './pace-pool.ts';

const ONLY = 'only';

/**
 * Calls to start now (NEW-6, DIA-1, DIA-2), never more than the campaign's lines and Connect's rate
 * allow.
 */
export function pace(facts: PacingFacts): PacingDecision {
  const { now, agents, mode, calls, settings, model, recent, callRate } = facts;
  const decisions = paceAgentPool({
    now,
    agents: new Map([[ONLY, agents]]),
    campaigns: [
      {
        id: ONLY,
        priority: 0,
        groups: [ONLY],
        served: 0,
        mode,
        calls,
        settings,
        model,
        recent,
      },
    ],
    callers: [],
    callRate,
  });
  const { calls: started = 0, gates = [], figures } = decisions.get(ONLY) ?? {};
  if (!figures) throw new Error('a pool decides for every campaign it is given');
  return { calls: started, gates, figures };
}
