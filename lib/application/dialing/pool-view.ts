// What a tick sees of its pool: the campaigns that run, the agents, and the calls under way.

import { isExhausted } from '../../domain/campaigns/campaign-changes.ts';
import { type CampaignSetting, campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import type { AgentPool } from '../../domain/dialing/agent-pool.ts';
import type { ArrivalTime } from '../../domain/dialing/throttle.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import { followsFanout } from '../../domain/pacing/tick-grid.ts';
import { isAsleep, type Rest, rests } from '../../domain/records/rest.ts';
import type { UnhandledLimit } from '../../language/schema/campaign.ts';
import { lookAtAgents } from '../agents/look-at-agents.ts';
import { heldUpNow } from '../campaigns/held-up.ts';
import type { DueLook } from '../ports/record-store.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { manyLeft } from './many-left.ts';
import { type MemberTick, withFates } from './member-tick.ts';
import { type Ahead, ranBefore, readAhead, statesLeft } from './read-ahead.ts';
import { type Flights, flightsOf } from './seen-flights.ts';

type TickPorts = PortsOf<'dialer-tick'>;

export interface PoolTick {
  /** The campaign the tick was sent for. */
  readonly id: CampaignId;
  readonly pool: AgentPool;
  readonly now: Instant;
  /** It looks whether the campaign has ended or an alert is due. */
  readonly check: boolean;
  /** Records were due a moment ago that could not be called yet. */
  readonly left: boolean;
  /** It sends those that follow. */
  readonly leads: boolean;
}

export interface PoolStates {
  /** Of the pool, as it was seen. */
  readonly fence: number;
  /** Of the call rate, where it is kept with the pool. */
  readonly arrival: ArrivalTime;
  readonly own: CampaignState | undefined;
  readonly running: readonly CampaignState[];
  /** How many records of each had been counted as due soon. */
  readonly dueSoon: ReadonlyMap<CampaignId, number>;
  /** What was read with them. */
  readonly ahead: Ahead;
  /** Those of other campaigns that were not read, but are as this function has left them. */
  readonly kept: ReadonlyMap<CampaignId, CampaignState>;
  /** When the oldest of the states was read. */
  readonly readAt: Instant;
  /** Other campaigns run than are noted with the lead. */
  readonly isNews: boolean;
}

export interface TickView {
  readonly members: readonly MemberTick[];
  readonly presences: readonly AgentPresence[];
  /** Of the campaign the tick was sent for, when they are needed. */
  readonly counts: Counts | undefined;
  readonly isOver: boolean;
  readonly flights: Flights;
  /** When the oldest of the states was read. */
  readonly readAt: Instant;
}

/**
 * The states of the campaigns that ran a moment ago and of the one the tick is for. Which those are
 * is noted with the lead campaign, so that campaigns long over cost nothing; one that is switched
 * on sends a tick of its own.
 */
export async function poolStates(of: PoolTick, ports: TickPorts): Promise<PoolStates> {
  const { id, pool, now } = of;
  const dueSoonOf = async (campaign: CampaignId) =>
    [campaign, await ports.records.dueSoon(campaign, now)] as const;
  const stateOf = async (campaign: CampaignId) =>
    Promise.all([ports.campaigns.load(campaign), dueSoonOf(campaign)]);
  /** Of others only where it decides whether they rest: of many most are called. */
  const stateOfOther = async (campaign: CampaignId, seen: CampaignState | undefined) => {
    const state = seen ?? (await ports.campaigns.load(campaign));
    const mayRest = state.rest !== undefined && now < state.rest.until;
    return [state, mayRest ? await dueSoonOf(campaign) : undefined] as const;
  };
  const isOther = (each: CampaignId) => each !== pool.lead && each !== id;
  const kept = statesLeft(pool.lead, now, ports.records);
  const unknown = kept ? [] : ranBefore(pool.lead, ports.records).filter(isOther);
  // what is asked for together is one request
  const [lead, ofLead, ahead, seen, own] = await Promise.all([
    ports.campaigns.seeTick(pool.lead),
    dueSoonOf(pool.lead),
    readAhead(of, ports),
    Promise.all(unknown.map((each) => ports.campaigns.load(each))),
    ...(id === pool.lead ? [] : [stateOf(id)]),
  ]);
  const listed = lead.running.filter((each) => pool.campaigns.includes(each));
  // a tick that nobody sent for it begins the others where all campaigns have noted that they ended
  const mayWake = !of.left && !of.leads;
  const isAsked =
    mayWake && [lead.state, own?.[0] ?? lead.state].every(({ rest }) => isAsleep(rest, now));
  const valid = kept && kept.fence === lead.fence && !isAsked ? kept : undefined;
  const known = valid?.states ?? new Map(seen.map((state) => [state.campaign, state]));
  const left = listed.filter(isOther).map((each) => stateOfOther(each, known.get(each)));
  const others = [...(own ? [own] : []), ...(await Promise.all(left))];
  const states = [lead.state, ...others.map(([state]) => state)];
  const running = states.filter(isRunning);
  return {
    fence: lead.fence,
    arrival: lead.arrival,
    ahead,
    own: states.find(({ campaign }) => campaign === id),
    running,
    ...{ kept: valid?.states ?? new Map(), readAt: valid?.readAt ?? now },
    dueSoon: new Map([ofLead, ...others.flatMap(([, dueSoon]) => (dueSoon ? [dueSoon] : []))]),
    isNews:
      pool.campaigns.length > 1 &&
      (running.length !== listed.length ||
        running.some(({ campaign }) => !listed.includes(campaign))),
  };
}

const isRunning = ({ state }: CampaignState): boolean => state === 'running';

/** @param look what was found due, of a pool in which one campaign runs */
export async function viewPool(
  of: PoolTick,
  states: PoolStates,
  look: DueLook | undefined,
  ports: TickPorts,
): Promise<TickView> {
  const { pool, now } = of;
  const { running, fence, ahead } = states;
  const definitions = ports.definitions.definitions();
  const flying = flightsOf(
    { pool, now, fence, running: running.map(({ campaign }) => campaign), ahead: ahead.flights },
    ports.records,
  );
  const [presences, flights, members] = await Promise.all([
    lookAtAgents(pool.groups, ports, ahead.presences),
    flying,
    Promise.all(
      running.flatMap((state) => {
        const setting = campaignSetting(definitions, state.campaign);
        const rest = look === undefined ? restOf(state, states, now) : restAfter(look);
        const isKept = states.kept.get(state.campaign) === state;
        const seen = { look, rest, ahead, isKept };
        return setting ? [memberOf(state, setting, seen, flying, ports)] : [];
      }),
    ),
  ]);
  await findHeldUp(members, presences, ports);
  const counts = await countsFor(of, members, ports);
  const own = members.find(({ id }) => id === of.id);
  const isOver =
    own !== undefined &&
    counts !== undefined &&
    isExhausted(own.setting.campaign, counts, own.inFlight.length);
  return { members, presences, counts, isOver, flights, readAt: states.readAt };
}

async function memberOf(
  state: CampaignState,
  setting: CampaignSetting,
  { look, rest, ahead, isKept }: Pick<MemberTick, 'look' | 'rest' | 'ahead' | 'isKept'>,
  flying: Promise<Flights>,
  ports: TickPorts,
): Promise<MemberTick> {
  const underWay = (await flying).of.get(state.campaign) ?? [];
  const inFlight = underWay.map(({ record }) => record);
  return {
    id: state.campaign,
    setting,
    state,
    stored: state,
    isKept,
    inFlight,
    isEmpty: rest !== undefined || look?.due.length === 0,
    ordered: 0,
    orders: [],
    ...(await withFates(state, setting, underWay, ahead.attempts, ports)),
    held: { heldUp: limitOf(setting) === undefined ? [] : (state.heldUp ?? []), full: [] },
    served: state.served ?? 0,
    decision: undefined,
    look,
    rest,
    ahead,
  };
}

const restAfter = ({ due, rest }: DueLook): Rest | undefined =>
  due.length === 0 ? rest : undefined;

/** Until when nothing of the campaign is due, if that was written down and still holds. */
export function restOf(
  { campaign, rest }: CampaignState,
  { dueSoon }: PoolStates,
  now: Instant,
): Rest | undefined {
  const count = dueSoon.get(campaign);
  return count !== undefined && rests(rest, now, count) ? rest : undefined;
}

/** Only calls that are aimed at one agent can leave somebody out. */
const limitOf = ({ campaign, outbound }: CampaignSetting): UnhandledLimit | undefined =>
  outbound.mode === 'preview' ? campaign.unhandled : undefined;

async function findHeldUp(
  members: readonly MemberTick[],
  presences: readonly AgentPresence[],
  ports: TickPorts,
): Promise<void> {
  await Promise.all(
    members.map(async (member) => {
      const { setting, state, inFlight } = member;
      const limit = limitOf(setting);
      if (limit === undefined) return;
      const here = presences
        .filter(
          ({ group, activity }) => activity === 'free' && setting.queue?.groups.includes(group),
        )
        .map(({ agent }) => agent);
      member.held = await heldUpNow(state, limit, here, inFlight, ports);
    }),
  );
}

/**
 * With calls in flight, records due or many left nothing is exhausted, many campaigns ask for no
 * alert, and for one the first ticks after a run of the sweeper are soon enough.
 */
async function countsFor(
  { id, now, check, left }: PoolTick,
  members: readonly MemberTick[],
  ports: TickPorts,
): Promise<Counts | undefined> {
  const own = members.find((member) => member.id === id);
  if (!own) return undefined;
  const { inFlight, setting, look } = own;
  const mayAlert = setting.campaign.alerts.poolBelow !== undefined;
  const isLeft = left || inFlight.length > 0 || (look?.due.length ?? 0) > 0;
  const many = manyLeft(ports.records);
  const mayBeOver = !isLeft && (check || !many.has(id, now));
  if (!mayBeOver && !(mayAlert && (check || followsFanout(now)))) return undefined;
  const counts = await ports.records.counts(id);
  many.counted(id, counts, now);
  return counts;
}
