// One tick of an agent pool: look at the agents and the calls under way, decide how many calls each
// of the campaigns that share the agents starts, take that many due records, order the calls and
// place those that start now. Ticks may come twice or die half-way: orders are written with what
// the tick has seen, so of two ticks that have seen the same one orders; what was taken but never
// placed is given back by the sweeper.

import { exhausted } from '../../domain/campaigns/campaign-changes.ts';
import { type AgentPool, agentPoolOf } from '../../domain/dialing/agent-pool.ts';
import {
  asGate,
  freeAgents,
  type PoolInput,
  poolFacts,
} from '../../domain/dialing/pacing-input.ts';
import { type AgentId, type CampaignId, campaignId } from '../../domain/model/ids.ts';
import { type Instant, instant, nowAfter } from '../../domain/model/instant.ts';
import { type PoolDecision, paceAgentPool } from '../../domain/pacing/pace-pool.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { lookForAll } from './look-for-all.ts';
import {
  type MemberTick,
  merged,
  type PoolTurn,
  remember,
  servedBy,
  tickTurn,
} from './member-tick.ts';
import { sendNext, type TickDone } from './next-ticks.ts';
import { storePlaced } from './place-at-once.ts';
import { type PoolTick, poolStates, type TickView, viewPool } from './pool-view.ts';
import { forget, leave } from './read-ahead.ts';
import { restingTick } from './resting-tick.ts';
import { AT_LEAST, takeRecords } from './take-records.ts';
import { afterNobody, wakesUntil } from './waking.ts';

type TickPorts = PortsOf<'dialer-tick'>;

/**
 * Decisions of one tick: where a campaign has nobody left to call, the others may have its calls.
 */
const DECISIONS = 4;

export const dialerTick: UseCase<'dialer-tick', TickPorts> = async (input, ports) => {
  const id = campaignId(input.campaign);
  const pool = agentPoolOf(ports.definitions.definitions(), id);
  if (pool === undefined) return { outcome: 'not dialing', ordered: 0 };
  const cause = input.due === undefined ? undefined : instant(input.due);
  const now = nowAfter(ports.clock.now(), cause);
  const leads = input.until !== undefined;
  const [check, left] = [input.check === true, input.left === true];
  const of: PoolTick = { id, pool, now, check, left, leads };
  const done = await tick(of, ports);
  const until =
    input.until === undefined ? await wakesUntil(of, done, ports) : instant(input.until);
  if (until !== undefined) {
    const isEmpty = done.next === 'nobody is there';
    const next = isEmpty ? await afterNobody(now, done.running ?? [], ports) : done.next;
    await sendNext(of, { ...done, next }, until, ports);
  }
  return { outcome: done.outcome, ordered: done.ordered };
};

/** Whoever is overtaken by another tick, or by a change of a campaign, looks again. */
const LOOKS = 3;

async function tick(of: PoolTick, ports: TickPorts): Promise<TickDone> {
  let ordered = 0;
  for (let n = 0; n < LOOKS; n++) {
    const done = await lookAndOrder(of, ports);
    ordered += done.ordered;
    if (!done.isOvertaken) return { ...done, ordered };
  }
  return { outcome: 'another tick is running', ordered, next: 'records are left' };
}

interface Looked extends TickDone {
  /** What it has not ordered is to be looked at again. */
  readonly isOvertaken?: boolean;
}

async function lookAndOrder(of: PoolTick, ports: TickPorts): Promise<Looked> {
  const { id, pool, now } = of;
  const states = await poolStates(of, ports);
  const { own, running } = states;
  if (running.length === 0) {
    return { outcome: `the campaign is ${own?.state ?? 'off'}`, ordered: 0 };
  }
  const { done, look } = await restingTick(of, states, ports);
  if (done !== undefined) return done;
  const view = await viewPool(of, states, look, ports);
  if (view.isOver) await end(id, now, ports);
  const { fence, arrival } = states;
  const turn: PoolTurn = {
    ...{ lead: pool.lead, fence, arrival, tokens: undefined, isOver: false },
    asking: [],
  };
  if (states.isNews) await listRunning(turn, pool, ports);
  if (turn.isOver) return OVERTAKEN;
  return { ...(await act(of, view, turn, ports)), running };
}

const OVERTAKEN = { outcome: 'overtaken', ordered: 0, isOvertaken: true } as const;

/** All that run: of many that are switched on together the first tick lists the others, too. */
async function listRunning(turn: PoolTurn, { campaigns }: AgentPool, ports: TickPorts) {
  const switches = await Promise.all(campaigns.map((id) => ports.campaigns.switchOf(id)));
  const ids = switches.flatMap(({ campaign, state }) => (state === 'running' ? [campaign] : []));
  const listed = await ports.campaigns.listRunning(turn.lead, turn.fence, ids);
  turn.isOver = listed === 'conflict';
  turn.fence++;
}

async function act(
  of: PoolTick,
  view: TickView,
  turn: PoolTurn,
  ports: TickPorts,
): Promise<Looked> {
  const { id, now, check } = of;
  const input = dialingOf(of, view, turn, ports);
  const { members } = input;
  if (members.length === 0) return { outcome: 'exhausted', ordered: 0 };
  const wanted = await dialAndStore(input, ports);
  const ordered = members.reduce((sum, member) => sum + member.orders.length, 0);
  if (turn.isOver) {
    forget(of.pool.lead, ports.records);
    return { ...OVERTAKEN, ordered };
  }
  for (const member of members) {
    member.rest ??= await foundAtRest(of, member, turn, ports);
    const counts = member.id === id ? view.counts : undefined;
    // each campaign of a pool has a tick that checks it
    await remember(member, { counts, now, check: check && member.id === id }, ports);
  }
  leave({ lead: turn.lead, fence: turn.fence, readAt: view.readAt }, members.map(leftBy), ports);
  view.flights.leave(
    turn.fence,
    members.flatMap(({ orders }) => orders),
  );
  const next = nextOf(view, members);
  if (view.isOver && ordered === 0) return { outcome: 'exhausted', ordered, next };
  return { outcome: wanted ? 'dialed' : 'no call wanted', ordered, next };
}

/** Of several campaigns some may have wanted no call: then nobody has looked for their records. */
async function foundAtRest(
  { leads, now }: PoolTick,
  member: MemberTick,
  turn: PoolTurn,
  ports: TickPorts,
) {
  const isLooked = member.look !== undefined || (member.decision?.calls ?? 0) > 0;
  if (!leads || isLooked) return undefined;
  const { due, rest } = await ports.records.look(member.id, now, AT_LEAST, turn);
  return due.length === 0 ? rest : undefined;
}

const leftBy = (member: MemberTick) => {
  const { id, inFlight, fates, stored, isStale } = member;
  // what was ordered was stored with what became of the calls before
  const isTold = member.orders.length > 0;
  return { id, inFlight, fates: isTold ? [] : fates, stored: isStale ? undefined : stored };
};

function nextOf({ presences }: TickView, members: readonly MemberTick[]): TickDone['next'] {
  const rests = members.map(({ rest }) => rest);
  if (rests.includes(undefined)) {
    const isSomebody = presences.some(({ activity }) => activity !== 'offline');
    return isSomebody ? 'records are left' : 'nobody is there';
  }
  return instant(Math.min(...rests.map((rest) => rest?.until ?? 0)));
}

function dialingOf(
  { id, now }: PoolTick,
  view: TickView,
  turn: PoolTurn,
  ports: TickPorts,
): Dialing {
  const { queues, centre } = ports.definitions.definitions();
  const { presences, isOver } = view;
  const { callers } = view.flights;
  const members = isOver ? view.members.filter((member) => member.id !== id) : view.members;
  return { members, presences, callers, queues, callRate: centre.connect, now, turn };
}

/** CAM-29. */
async function end(id: CampaignId, now: Instant, ports: TickPorts): Promise<void> {
  await untilCommitted(`campaign ${id}`, async () => {
    const state = await ports.campaigns.load(id);
    if (state.state !== 'running') return 'not running';
    const { after, entries } = exhausted(state, now);
    return ports.campaigns.commit(state, after, entries);
  });
}

interface Dialing extends PoolInput {
  readonly members: readonly MemberTick[];
  readonly turn: PoolTurn;
}

/**
 * What Connect answers is stored, whatever became of the rest.
 * @returns whether any call was wanted
 */
async function dialAndStore(input: Dialing, ports: TickPorts): Promise<boolean> {
  try {
    return await dial(input, ports);
  } finally {
    await storePlaced(input.turn.asking, ports);
  }
}

/** @returns whether any call was wanted */
async function dial(input: Dialing, ports: TickPorts): Promise<boolean> {
  const { members, turn } = input;
  const free = new Set(freeAgents(input).map(({ agent }) => agent));
  let wanted = false;
  for (let n = 0; n < DECISIONS; n++) {
    const decisions = paceAgentPool(poolFacts(input));
    if (members.length > 1) await lookForAll(members, decisions, input, ports);
    if (turn.isOver) return wanted;
    let fellShort = false;
    for (const member of members) {
      const decision = decisions.get(member.id);
      if (!decision) continue;
      member.decision = merged(member.decision, decision);
      if (decision.calls === 0) continue;
      wanted = true;
      const ordered = await orderFor(member, decision, input, free, ports);
      if (turn.isOver) return wanted;
      fellShort ||= ordered < decision.calls;
      member.isEmpty = ordered < decision.calls;
    }
    if (!fellShort || members.length === 1) break;
  }
  return wanted;
}

async function orderFor(
  member: MemberTick,
  decision: PoolDecision,
  { members, presences, now, turn }: Dialing,
  free: Set<AgentId>,
  ports: TickPorts,
): Promise<number> {
  const { id: campaign, setting, state, held, look } = member;
  const { standings } = member.ahead;
  const pool = members.reduce((sum, { orders }) => sum + orders.length, 0);
  const own = member.orders.length;
  const decided = {
    ...{ decision, now, shared: members.length > 1 },
    before: { orders: own, served: member.served },
  };
  member.look = undefined;
  const { ordered, rest } = await takeRecords(
    {
      ...{ campaign, setting, state, free, now, look, standings, calls: decision.calls },
      presences: presences.filter(({ group }) => setting.queue?.groups.includes(group)),
      before: { own, pool },
      gates: (member.decision?.gates ?? []).map(asGate),
      heldUp: held.full,
      turn: tickTurn(member, turn, decided, ports),
    },
    ports,
  );
  member.rest = rest;
  member.ordered = member.orders.length;
  member.served = servedBy(decided, member.orders.length);
  return ordered.length;
}
