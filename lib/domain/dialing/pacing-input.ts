// What the pacing of an agent pool is decided by: agents, calls under way and settings, as
// lib/domain/pacing has them.

import type { Outbound } from '../../language/schema/campaign.ts';
import type { CampaignSetting } from '../campaigns/campaign-setting.ts';
import type { CampaignState } from '../campaigns/campaign-state.ts';
import { closesOn, endOfDay, localDate } from '../contact-hours/calendar.ts';
import type { AgentPresence } from '../model/agent.ts';
import type { Gate } from '../model/gate.ts';
import type { AgentId, CampaignId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord, CurrentAttempt } from '../model/record.ts';
import { USUAL } from '../pacing/call-model.ts';
import type {
  PacingCall,
  PacingGate,
  PoolCampaign,
  PoolFacts,
  StartRate,
  WaitingCallers,
} from '../pacing/facts.ts';
import type { AgentState, PacingAgent } from '../pacing/pacing-agent.ts';
import { type PacingMemory, shareOf } from '../pacing/pacing-memory.ts';
import { DEFAULT_PACING, type PacingSettings } from '../pacing/settings.ts';
import { agentsInCalls } from './agents-in-calls.ts';

/** A running campaign of the pool. */
export interface PoolMember {
  readonly id: CampaignId;
  readonly setting: CampaignSetting;
  readonly state: CampaignState;
  readonly memory: PacingMemory;
  /** Records with an attempt under way. */
  readonly inFlight: readonly CampaignRecord[];
  /** Calls this tick has ordered. */
  readonly ordered: number;
  /** No record is left that may be called now. */
  readonly isEmpty: boolean;
  /** Expected answers it has had of the pool (fair-share.ts). */
  readonly served: number;
}

export interface PoolInput {
  readonly members: readonly PoolMember[];
  /** Agents of all groups of the pool. */
  readonly presences: readonly AgentPresence[];
  /** Records of campaigns without a dialer whose callers wait for these agents. */
  readonly callers: readonly CampaignRecord[];
  readonly queues: Readonly<Record<string, { readonly groups: readonly string[] }>>;
  /** How fast Connect starts calls. */
  readonly callRate?: StartRate;
  readonly now: Instant;
}

/** An order younger than this may not show in the index of records in flight yet. */
export const INDEX_LAG = 5000;

export function poolFacts(input: PoolInput): PoolFacts {
  const { members, callers, now, callRate } = input;
  const reserved = reservedAgents(input);
  const calls = [...members.flatMap(({ inFlight }) => inFlight), ...callers];
  const presences = agentsInCalls(input.presences, calls);
  const agents = new Map<string, PacingAgent[]>();
  for (const presence of presences) {
    const agent = pacingAgent(presence, reserved);
    const group = agents.get(presence.group) ?? [];
    agents.set(presence.group, group);
    if (agent) group.push(agent);
  }
  return {
    now,
    agents,
    campaigns: members.map((member) => poolCampaign(member, input, reserved)),
    callers: waitingCallers(input),
    callRate,
  };
}

function poolCampaign(
  member: PoolMember,
  input: PoolInput,
  reserved: ReadonlyMap<AgentId, Instant>,
): PoolCampaign {
  const { id, setting, memory, served, isEmpty } = member;
  const { outbound, campaign, queue, zone } = setting;
  const { now } = input;
  const settings = pacingSettingsOf(outbound);
  return {
    id,
    priority: campaign.priority,
    mode: outbound.mode,
    groups: queue?.groups ?? [],
    calls: pacingCalls(member, input, reserved),
    settings,
    model: memory.model,
    recent: {
      ...shareOf(memory, now, { ...settings, zone }),
      until: dialsUntil(setting, settings, now),
    },
    served,
    available: isEmpty ? 0 : undefined,
  };
}

/**
 * When today's dialing ends. Without hours nobody knows: a day ends at midnight, and over thirty
 * days no answers are counted on that may never come.
 */
function dialsUntil(
  { queueHours, zone }: CampaignSetting,
  { window }: PacingSettings,
  now: Instant,
): Instant {
  if (queueHours) return closesOn(queueHours, now) ?? now;
  return window === 'day' ? endOfDay(localDate(now, zone), zone) : now;
}

export function pacingSettingsOf({ ringFor, pickupRate, per, pacing }: Outbound): PacingSettings {
  return {
    ...DEFAULT_PACING,
    ...pacing,
    ringTimeoutMs: Math.max(ringFor * 1000, DEFAULT_PACING.minRingingMs),
    per: per ?? DEFAULT_PACING.per,
    ...(pickupRate !== undefined && { pickupRate: Math.max(pickupRate, 0.01) }),
  };
}

const STATES: Readonly<Record<AgentPresence['activity'], AgentState | undefined>> = {
  free: 'free',
  ringing: 'talking',
  talking: 'talking',
  'wrap-up': 'wrap-up',
  break: 'break',
  leaving: 'leaving',
  offline: undefined,
};

function pacingAgent(
  { agent, activity, since }: AgentPresence,
  reserved: ReadonlyMap<AgentId, Instant>,
): PacingAgent | undefined {
  const state = STATES[activity];
  if (state === undefined) return undefined;
  const from = state === 'free' ? reserved.get(agent) : undefined;
  return from === undefined ? { state, since } : { state: 'preparing', since: from };
}

/** Agents a call under way is meant for, with since when. */
function reservedAgents({ members }: Pick<PoolInput, 'members'>): ReadonlyMap<AgentId, Instant> {
  const calls = members.flatMap(({ inFlight }) => inFlight.flatMap(({ current }) => current ?? []));
  return new Map(
    calls.flatMap(({ offeredTo, phase, since }) =>
      offeredTo !== undefined && CALLS[phase] !== undefined ? [[offeredTo, since] as const] : [],
    ),
  );
}

const CALLS: Readonly<
  Record<NonNullable<CampaignRecord['current']>['phase'], PacingCall['state'] | undefined>
> = {
  ordered: 'dialing',
  // it has rung out by now, or an event of its agent's says more
  unclear: undefined,
  started: 'ringing',
  connected: 'waiting',
  'with-agent': undefined,
  'wrap-up': undefined,
  ended: undefined,
};

function pacingCalls(
  { inFlight, setting, state, ordered }: PoolMember,
  { presences, now }: PoolInput,
  reserved: ReadonlyMap<AgentId, Instant>,
): readonly PacingCall[] {
  const free = (agent: AgentId | undefined) =>
    presences.some((each) => each.agent === agent && each.activity === 'free');
  const known = new Set<string>(inFlight.map(({ current }) => current?.attempt ?? ''));
  const shown = inFlight.flatMap(({ current }): PacingCall[] => {
    if (!current || !waits(current, setting.outbound)) return [];
    const { phase, since, offeredTo, awaitsAgent } = current;
    const call = CALLS[phase];
    // an offer whose agent does something else becomes a call only when they press it (CAM-3)
    if (call === undefined || (awaitsAgent && !free(offeredTo))) return [];
    const hasAgent = offeredTo !== undefined && reserved.has(offeredTo) && free(offeredTo);
    return [{ state: call, since, hasAgent: hasAgent || undefined }];
  });
  const unseen = state.recentOrders
    .filter(({ attempt, at }) => now - at < INDEX_LAG && !known.has(attempt))
    .map(({ at }): PacingCall => ({ state: 'dialing', since: at }));
  const ofThisTick = Array.from(
    { length: ordered },
    (): PacingCall => ({ state: 'dialing', since: now }),
  );
  return [...shown, ...unseen, ...ofThisTick];
}

/** A caller of the campaign's own counts among its calls while waiting in the dialer's queue. */
const waits = ({ inbound }: CurrentAttempt, { queue }: Outbound): boolean =>
  inbound === undefined || (inbound.waitsIn !== undefined && inbound.waitsIn === queue);

/** Mean seconds of a caller's talk and its wrap-up, as long as nothing else is known. */
const CALLER_CONTACT = USUAL.talk + USUAL.wrapUp;

/**
 * Callers in other queues the agents serve, and how many are to come: as many a second as keep so
 * many agents busy (Little's law).
 */
function waitingCallers({ members, callers, queues }: PoolInput): readonly WaitingCallers[] {
  const found = new Map<string, { waiting: number; busy: number }>();
  const count = (current: CurrentAttempt | undefined, own: string | undefined) => {
    const queue = current?.inbound?.waitsIn;
    if (current === undefined || queue === undefined) return;
    const sum = found.get(queue) ?? { waiting: 0, busy: 0 };
    found.set(queue, sum);
    if (current.phase === 'connected' && queue !== own) sum.waiting++;
    if (current.phase === 'with-agent' || current.phase === 'wrap-up') sum.busy++;
  };
  for (const { inFlight, setting } of members) {
    for (const { current } of inFlight) count(current, setting.queue?.id);
  }
  for (const { current } of callers) count(current, undefined);
  return [...found].map(([queue, { waiting, busy }]) => ({
    groups: queues[queue]?.groups ?? [],
    waiting,
    perSecond: busy / CALLER_CONTACT,
  }));
}

/** Agents who could take a call now, the one free for longest first. */
export function freeAgents(
  input: Pick<PoolInput, 'members' | 'presences'>,
): readonly AgentPresence[] {
  const reserved = reservedAgents(input);
  return input.presences
    .filter(({ agent, activity }) => activity === 'free' && !reserved.has(agent))
    .toSorted((a, b) => a.since - b.since || (a.agent < b.agent ? -1 : 1));
}

/** Agents who are not offline; `free` are those left who could take a call. */
export function agentsAtWork(
  presences: readonly AgentPresence[],
  free: ReadonlySet<AgentId>,
  heldUp: readonly AgentId[] = [],
): ReadonlyMap<AgentId, 'free' | 'busy' | 'held up'> {
  return new Map(
    presences
      .filter(({ activity }) => activity !== 'offline')
      .map(({ agent }) => {
        if (heldUp.includes(agent)) return [agent, 'held up'];
        return [agent, free.has(agent) ? 'free' : 'busy'];
      }),
  );
}

export function asGate({ gate, passed, saw, limit }: PacingGate): Gate {
  return limit === undefined ? { gate, passed, saw } : { gate, passed, saw, wanted: limit };
}
