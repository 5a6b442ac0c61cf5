// What the pacing decision is made of: agents, calls under way and settings, in its own words.
import type { Outbound } from '../../language/schema/campaign.ts';
import type { CampaignState } from '../campaigns/campaign-state.ts';
import { closesOn, endOfDay, type HoursInZone, localDate } from '../contact-hours/calendar.ts';
import type { AgentPresence } from '../model/agent.ts';
import type { Gate } from '../model/gate.ts';
import type { AgentId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord, CurrentAttempt } from '../model/record.ts';
import type { CallRate, PacingCall, PacingFacts, PacingGate } from '../pacing/facts.ts';
import type { AgentState, PacingAgent } from '../pacing/pacing-agent.ts';
import { type PacingMemory, shareOf } from '../pacing/pacing-memory.ts';
import { DEFAULT_PACING, type PacingSettings } from '../pacing/settings.ts';

export interface Floor {
  readonly outbound: Outbound;
  readonly presences: readonly AgentPresence[];
  /** Records with an attempt under way. */
  readonly inFlight: readonly CampaignRecord[];
  readonly recentOrders: CampaignState['recentOrders'];
  readonly memory: PacingMemory;
  /** Where the campaign's days begin. */
  readonly zone: string;
  /** When the queue's agents take calls; absent: at any time. */
  readonly queueHours?: HoursInZone;
  /** How fast Connect starts calls. */
  readonly callRate?: CallRate;
  readonly now: Instant;
}

/** An order younger than this may not show in the index of records in flight yet. */
export const INDEX_LAG = 5000;

export function pacingFacts(floor: Floor): PacingFacts {
  const { outbound, now, memory, zone, callRate } = floor;
  const reserved = reservedAgents(floor.inFlight);
  const settings = pacingSettings(outbound);
  return {
    now,
    mode: outbound.mode,
    agents: floor.presences.flatMap((presence) => pacingAgent(presence, reserved) ?? []),
    calls: pacingCalls(floor),
    settings,
    model: memory.model,
    recent: { ...shareOf(memory, now, { ...settings, zone }), until: dialsUntil(floor, settings) },
    callRate,
  };
}

/**
 * When today's dialing ends. Without hours nobody knows: a day ends at midnight, and over thirty
 * days no answers are counted on that may never come.
 */
function dialsUntil({ queueHours, now, zone }: Floor, { window }: PacingSettings): Instant {
  if (queueHours) return closesOn(queueHours, now) ?? now;
  return window === 'day' ? endOfDay(localDate(now, zone), zone) : now;
}

export function pacingSettings({ ringFor, pickupRate, pacing }: Outbound): PacingSettings {
  return {
    ...DEFAULT_PACING,
    ...pacing,
    ringTimeoutMs: Math.max(ringFor * 1000, DEFAULT_PACING.minRingingMs),
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
function reservedAgents(inFlight: readonly CampaignRecord[]): ReadonlyMap<AgentId, Instant> {
  return new Map(
    inFlight.flatMap(({ current }) =>
      current?.offeredTo !== undefined && CALLS[current.phase] !== undefined
        ? [[current.offeredTo, current.since] as const]
        : [],
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

function pacingCalls(floor: Floor): readonly PacingCall[] {
  const { inFlight, recentOrders, now, outbound } = floor;
  const known = new Set<string>(inFlight.map(({ current }) => current?.attempt ?? ''));
  const shown = inFlight.flatMap(({ current }): PacingCall[] => {
    const counts = current && waits(current, outbound) && !isLeftLying(current, floor);
    const state = counts ? CALLS[current.phase] : undefined;
    return current && state ? [{ state, since: current.since }] : [];
  });
  const unseen = recentOrders
    .filter(({ attempt, at }) => now - at < INDEX_LAG && !known.has(attempt))
    .map(({ at }): PacingCall => ({ state: 'dialing', since: at }));
  return [...shown, ...unseen];
}

/**
 * An offer whose agent went to do something else takes no other agent: it becomes a call only when
 * they press it (CAM-3).
 */
const isLeftLying = ({ awaitsAgent, offeredTo }: CurrentAttempt, { presences }: Floor): boolean =>
  awaitsAgent === true &&
  !presences.some(({ agent, activity }) => agent === offeredTo && activity === 'free');

/** A caller takes an agent of the dialer's only while waiting in the dialer's queue. */
const waits = ({ inbound }: CurrentAttempt, { queue }: Outbound): boolean =>
  inbound === undefined || (inbound.waitsIn !== undefined && inbound.waitsIn === queue);

/** Agents who could take a call now, the one free for longest first. */
export function freeAgents({ presences, inFlight }: Floor): readonly AgentId[] {
  const reserved = reservedAgents(inFlight);
  return presences
    .filter(({ agent, activity }) => activity === 'free' && !reserved.has(agent))
    .toSorted((a, b) => a.since - b.since || (a.agent < b.agent ? -1 : 1))
    .map(({ agent }) => agent);
}

/** Agents who are not offline; `free` are those left who could take a call. */
export function agentsAtWork(
  { presences }: Floor,
  free: ReadonlySet<AgentId>,
): ReadonlyMap<AgentId, 'free' | 'busy'> {
  return new Map(
    presences
      .filter(({ activity }) => activity !== 'offline')
      .map(({ agent }) => [agent, free.has(agent) ? 'free' : 'busy']),
  );
}

export function asGate({ gate, passed, saw, limit }: PacingGate): Gate {
  return limit === undefined ? { gate, passed, saw } : { gate, passed, saw, wanted: limit };
}
