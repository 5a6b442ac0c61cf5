// Agents and calls as every mode counts them.

import type { PacingFacts, PacingFigures } from './facts.ts';
import type { AgentState } from './pacing-agent.ts';

/** Who can take a contact of this campaign, now or after the present one. */
const ONLINE: Readonly<Record<AgentState, boolean>> = {
  free: true,
  preparing: true,
  talking: true,
  'wrap-up': true,
  break: false,
  leaving: false,
};

export function staffing({
  agents,
  calls,
  recent,
}: Pick<PacingFacts, 'agents' | 'calls' | 'recent'>): PacingFigures {
  let online = 0;
  let free = 0;
  for (const agent of agents) {
    if (ONLINE[agent.state]) online++;
    if (agent.state === 'free') free++;
  }
  let waiting = 0;
  for (const call of calls) if (call.state === 'waiting') waiting++;
  const share = recent.answered === 0 ? 0 : recent.abandoned / recent.answered;
  return { online, free, inFlight: calls.length, waiting, share };
}
