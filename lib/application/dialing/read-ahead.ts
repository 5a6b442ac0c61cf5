// What a tick will probably need, read in its first request: the agents, what became of the calls
// the campaigns watch, and what the ledger says of the numbers to be called next. Which those are
// is known from the tick before of the same function. Whatever else turns out to be needed is read
// when it is, so nothing depends on what was remembered. In a pool of several campaigns their
// states are known from there as well, and calls that are over until each campaign has stored what
// became of its own.

import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import type { AgentPool } from '../../domain/dialing/agent-pool.ts';
import type { Standing } from '../../domain/ledger/ledger.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { Attempt } from '../../domain/model/attempt.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { AttemptId, CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { storedMemory } from '../../domain/pacing/pacing-memory.ts';
import { isToldAsleep } from '../../domain/records/rest.ts';
import { standingsOf } from '../ledger/standings.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { type FlightsAhead, NO_FLIGHTS, readFlights } from './seen-flights.ts';

type Needs = Pick<PortsOf<'dialer-tick'>, 'records' | 'ledger' | 'agents'>;

/** Read units are spent on a guess: where more calls are watched, those over are read alone. */
const CALLS = 16;
const NUMBERS = 4;

export interface Ahead {
  readonly attempts: ReadonlyMap<AttemptId, Attempt>;
  readonly standings: ReadonlyMap<string, Standing>;
  /** Undefined when they are to be asked for. */
  readonly presences: readonly AgentPresence[] | undefined;
  readonly flights: FlightsAhead;
}

/** When nothing is due, nothing more is needed. */
const NOTHING: Ahead = {
  ...{ attempts: new Map(), standings: new Map(), presences: undefined },
  flights: NO_FLIGHTS,
};

/** Of one pool. */
interface Left {
  readonly campaigns: readonly CampaignId[];
  readonly watched: readonly AttemptRef[];
  /** Calls that are over, of which the stored states do not tell yet. */
  readonly fates: readonly Attempt[];
  /** How the pool and its campaigns stood then. */
  readonly fence: number;
  readonly states: ReadonlyMap<CampaignId, CampaignState>;
  /** When the oldest of the states was read. */
  readonly readAt: Instant;
}

/**
 * Milliseconds for which states are taken for what they were: none. A campaign that somebody has
 * paused would still be counted among those that run, and might keep the others from a call (0057).
 */
const STATES_KEPT = 0;

/** By the store of the function and the lead of the pool. */
const left = new WeakMap<Needs['records'], Map<CampaignId, Left>>();

interface Looking {
  readonly pool: AgentPool;
  readonly now: Instant;
  /** Records were due a moment ago that could not be called yet. */
  readonly left: boolean;
}

/** The campaigns of the pool that ran when this function looked last. */
export const ranBefore = (lead: CampaignId, records: Needs['records']): readonly CampaignId[] =>
  left.get(records)?.get(lead)?.campaigns ?? [lead];

/**
 * States of the campaigns of a pool as this function has left them a moment ago. Whoever orders
 * counts the fence on. Of somebody else's change a tick learns before it calls for that campaign,
 * or after a minute: until then it is only counted among those that run.
 */
export function statesLeft(
  lead: CampaignId,
  now: Instant,
  records: Needs['records'],
): Pick<Left, 'fence' | 'states' | 'readAt'> | undefined {
  const before = left.get(records)?.get(lead);
  return before !== undefined && now - before.readAt < STATES_KEPT ? before : undefined;
}

/** Somebody has changed what was left. */
export function forget(lead: CampaignId, records: Needs['records']): void {
  left.get(records)?.delete(lead);
}

/** Asks in one turn, together with whatever else is asked in it. */
export async function readAhead(
  { pool, now, left: isLeft }: Looking,
  ports: Needs,
): Promise<Ahead> {
  const { records, ledger, agents } = ports;
  const { lead, groups } = pool;
  const { watched = [], fates = [] } = left.get(records)?.get(lead) ?? {};
  const likely = ranBefore(lead, records).flatMap((campaign) => records.dueAhead(campaign, now));
  if (!isLeft && likely.length === 0) return NOTHING;
  const [flights, attempts, standings, presences] = await Promise.all([
    readFlights(pool, now, records),
    records.loadAttempts(watched),
    standingsOf(likely.slice(0, NUMBERS), ledger),
    agents.ofGroupsSeen(groups),
  ]);
  return {
    ...{ standings, presences, flights },
    attempts: new Map([...fates, ...attempts].map((attempt) => [attempt.id, attempt])),
  };
}

/** Those who talk will be wrapping up before they are over, and of that the index tells. */
function watchedOf({ id: campaign, stored, inFlight }: LeftBy): readonly AttemptRef[] {
  const talking = new Set(
    inFlight.flatMap(({ current }) => (current?.phase === 'with-agent' ? current.attempt : [])),
  );
  return storedMemory(stored?.pacing)
    .watched.filter(({ attempt }) => !talking.has(attempt))
    .map(({ record, attempt }) => ({ ref: { campaign, record }, attempt }));
}

/** A campaign of the pool, as the tick has stored it. */
interface LeftBy {
  readonly id: CampaignId;
  /** Missing when somebody else has changed it. */
  readonly stored: CampaignState | undefined;
  readonly inFlight: readonly CampaignRecord[];
  readonly fates: readonly Attempt[];
}

interface Turn {
  readonly lead: CampaignId;
  /** After the orders of the tick. */
  readonly fence: number;
  /** When the oldest of the states was read. */
  readonly readAt: Instant;
}

/** What the tick has left to the next one. */
export function leave(
  { lead, fence, readAt }: Turn,
  members: readonly LeftBy[],
  { records }: Needs,
): void {
  const fates = members.length > 1 ? members.flatMap((member) => member.fates) : [];
  const known = new Set(fates.map(({ id }) => id));
  const watched = members.flatMap(watchedOf).filter(({ attempt }) => !known.has(attempt));
  const pools = left.get(records) ?? new Map<CampaignId, Left>();
  left.set(records, pools);
  pools.set(lead, {
    campaigns: members.map(({ id }) => id),
    watched: watched.length <= CALLS ? watched : [],
    ...{ fates, fence, readAt },
    // whoever begins ticks anew does not count it
    states: new Map(
      members.flatMap(({ id, stored }) =>
        stored && !isToldAsleep(stored.rest) ? [[id, stored]] : [],
      ),
    ),
  });
}
