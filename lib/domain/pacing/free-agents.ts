// How many agents of one campaign the calls of others, and callers who wait, will take.

import { callsForAnyAgent, type Pacer, type PoolView } from './pacer.ts';
import { sharedPart } from './shared-agents.ts';

/**
 * Agents that calls of others take: one for each call that must not be lost, a part of one for each
 * that a fixed ratio started, and one for everybody who waits. A campaign that looks ahead bears
 * the loss of its own calls, so only those answered count.
 */
export function agentsTakenNow(view: PoolView): number {
  const { own, others, callers, agents } = view;
  const here = own.pacer.campaign.groups;
  const weightOf = (group: string) => freeOf(group, agents);
  let taken = 0;
  for (const { pacer, calls } of others) {
    const part = sharedPart(pacer.campaign.groups, here, weightOf);
    if (part > 0) taken += part * agentsFor(pacer, calls);
  }
  for (const { groups, waiting } of callers) taken += waiting * sharedPart(groups, here, weightOf);
  return taken;
}

/** Calls of others that may take an agent of this campaign, and callers who wait for one. */
export function callsOfOthers({ own, others, callers, agents }: PoolView): number {
  const here = own.pacer.campaign.groups;
  const weightOf = (group: string) => freeOf(group, agents);
  let inFlight = 0;
  for (const { pacer, calls } of others) {
    const { campaign } = pacer;
    const part = sharedPart(campaign.groups, here, weightOf);
    inFlight += part * (callsForAnyAgent(campaign).length + calls);
  }
  for (const { groups, waiting } of callers) {
    inFlight += waiting * sharedPart(groups, here, weightOf);
  }
  return inFlight;
}

function agentsFor(pacer: Pacer, started: number): number {
  const calls = callsForAnyAgent(pacer.campaign);
  const waiting = calls.filter(({ state }) => state === 'waiting').length;
  if (pacer.riskLimit !== undefined && !pacer.oneToOne) return waiting;
  return waiting + (calls.length - waiting + started) / pacer.callsPerAgent;
}

function freeOf(group: string, agents: PoolView['agents']): number {
  let free = 0;
  for (const { state } of agents.get(group) ?? []) if (state === 'free') free++;
  return free;
}
