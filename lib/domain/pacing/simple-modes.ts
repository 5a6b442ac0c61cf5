// The three modes that need no forecast.

import type { PacingDecision, PacingFacts } from './facts.ts';
import { staffing } from './staffing.ts';

/**
 * DIA-1: a contact is offered to every free agent. Calls in flight belong to agents who already prepare;
 * one that has no such agent takes a free one.
 */
export function preview(facts: PacingFacts): PacingDecision {
  const preparing = facts.agents.filter((agent) => agent.state === 'preparing').length;
  return forFreeAgents(facts, 1, preparing);
}

/** One call per free agent who has none in flight yet: nobody who answers finds no agent. */
export function progressive(facts: PacingFacts): PacingDecision {
  return forFreeAgents(facts, 1, 0);
}

/**
 * DIA-2: numbers are dialed for every agent who is online and free, one divided by the pickup rate each
 * (50 % dials two). The source measures no abandoned calls, so neither does this mode.
 */
export function ratio(facts: PacingFacts): PacingDecision {
  return forFreeAgents(facts, 1 / facts.settings.pickupRate, 0);
}

function forFreeAgents(
  facts: PacingFacts,
  callsPerAgent: number,
  reserved: number,
): PacingDecision {
  const figures = staffing(facts);
  const wanted = Math.ceil(figures.free * callsPerAgent - 1e-9);
  const served = Math.max(0, figures.inFlight - reserved);
  const gates = [
    { gate: 'agent-free', passed: figures.free > 0, saw: figures.free },
    { gate: 'calls-for-free-agents', passed: served < wanted, saw: served, limit: wanted },
  ];
  return { calls: Math.max(0, wanted - served), gates, figures };
}
