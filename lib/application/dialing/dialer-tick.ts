// One tick of an agent pool: look at the agents and the calls under way, decide how many calls each
// of the campaigns that share the agents starts, take that many due records, order the calls. Ticks
// may come twice or die half-way: the lease lets one run at a time, every record is taken by its
// own conditional write, and what was taken but never ordered is given back by the sweeper.

import { exhausted } from '../../domain/campaigns/campaign-changes.ts';
import { agentPoolOf } from '../../domain/dialing/agent-pool.ts';
import {
  asGate,
  freeAgents,
  type PoolInput,
  poolFacts,
} from '../../domain/dialing/pacing-input.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import { type AgentId, type CampaignId, campaignId } from '../../domain/model/ids.ts';
import { type Instant, instant, nowAfter, plus } from '../../domain/model/instant.ts';
import { paceAgentPool } from '../../domain/pacing/pace-pool.ts';
import { TICK_LEASE_SECONDS } from '../../domain/pacing/tick-grid.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { type Lease, type MemberTick, merged, remember } from './member-tick.ts';
import { sendNext, type TickDone } from './next-ticks.ts';
import {
  type PoolStates,
  type PoolTick,
  poolStates,
  type TickView,
  viewPool,
} from './pool-view.ts';
import { restingTick } from './resting-tick.ts';
import { AT_LEAST, takeRecords } from './take-records.ts';

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
  if (input.until !== undefined) await sendNext(of, done, instant(input.until), ports);
  return { outcome: done.outcome, ordered: done.ordered };
};

/**
 * Most ticks find that no call is wanted, and need no lease. What was seen before it was taken
 * still holds when no other tick had it in between.
 */
async function tick(of: PoolTick, ports: TickPorts): Promise<TickDone> {
  const { id, pool, now } = of;
  const seen = ports.campaigns.seeTick(pool.lead);
  const states = await poolStates(of, seen, ports);
  const { own, running } = states;
  if (running.length === 0) {
    return { outcome: `the campaign is ${own?.state ?? 'off'}`, ordered: 0 };
  }
  const { done, look } = await restingTick(of, states, ports);
  if (done !== undefined) return done;
  const view = await viewPool(of, states, look, ports);
  if (view.isOver) await end(id, now, ports);
  if (!states.isNews && !wantsCalls(of, view, ports)) {
    return act(of, { states, view, lease: undefined }, ports);
  }
  const taken = await ports.campaigns.takeTick(pool.lead, now, plus(now, TICK_LEASE_SECONDS));
  if (taken === undefined) {
    return { outcome: 'another tick is running', ordered: 0, next: 'records are left' };
  }
  const lease: Lease = { ...taken, lead: pool.lead, given: false };
  try {
    const { fence, state } = await seen;
    const isSame = taken.fence === fence + 1 && taken.state.version === state.version;
    if (isSame) return await act(of, { states, view, lease }, ports);
    const anew = await poolStates(of, taken, ports);
    return await act(
      of,
      { states: anew, view: await viewPool(of, anew, undefined, ports), lease },
      ports,
    );
  } finally {
    if (!lease.given) await ports.campaigns.releaseTick(pool.lead, lease.fence);
  }
}

interface Seen {
  readonly states: PoolStates;
  readonly view: TickView;
  /** Without one no call may be ordered. */
  readonly lease: Lease | undefined;
}

async function act(of: PoolTick, { states, view, lease }: Seen, ports: TickPorts) {
  const { id, pool, now } = of;
  if (states.isNews && lease !== undefined) {
    const running = states.running.map(({ campaign }) => campaign);
    await ports.campaigns.listRunning(pool.lead, running);
  }
  const input = dialingOf(of, view, ports);
  const { members } = input;
  if (members.length === 0) return { outcome: 'exhausted', ordered: 0 };
  const wanted = lease !== undefined && (await dial(input, ports));
  const shared = members.length > 1;
  // the lead campaign comes last: what is stored of it gives the lease back
  for (const member of members.toSorted(
    (a, b) => Number(a.id === pool.lead) - Number(b.id === pool.lead),
  )) {
    member.rest ??= await foundAtRest(of, member, ports);
    const counts = member.id === id ? view.counts : undefined;
    await remember(member, { lease, counts, shared, now, check: of.check }, ports);
  }
  const ordered = members.reduce((sum, member) => sum + member.orders.length, 0);
  const next = nextOf(view, members);
  if (view.isOver && ordered === 0) return { outcome: 'exhausted', ordered, next };
  return { outcome: wanted ? 'dialed' : 'no call wanted', ordered, next };
}

/** Of several campaigns some may have wanted no call: then nobody has looked for their records. */
async function foundAtRest({ leads, now }: PoolTick, member: MemberTick, ports: TickPorts) {
  const isLooked = member.look !== undefined || (member.decision?.calls ?? 0) > 0;
  if (!leads || isLooked) return undefined;
  const { due, rest } = await ports.records.look(member.id, now, AT_LEAST);
  return due.length === 0 ? rest : undefined;
}

function nextOf({ presences }: TickView, members: readonly MemberTick[]): TickDone['next'] {
  if (presences.every(({ activity }) => activity === 'offline')) return undefined;
  const rests = members.map(({ rest }) => rest);
  if (rests.includes(undefined)) return 'records are left';
  return instant(Math.min(...rests.map((rest) => rest?.until ?? 0)));
}

function dialingOf({ id, now }: PoolTick, view: TickView, ports: TickPorts): Dialing {
  const { queues, centre } = ports.definitions.definitions();
  const { presences, callers, isOver } = view;
  const members = isOver ? view.members.filter((member) => member.id !== id) : view.members;
  return { members, presences, callers, queues, callRate: centre.connect, now };
}

function wantsCalls(of: PoolTick, view: TickView, ports: TickPorts): boolean {
  const decisions = paceAgentPool(poolFacts(dialingOf(of, view, ports)));
  return [...decisions.values()].some(({ calls }) => calls > 0);
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
}

/** @returns whether any call was wanted */
async function dial(input: Dialing, ports: TickPorts): Promise<boolean> {
  const { members, presences } = input;
  const free = new Set(freeAgents(input).map(({ agent }) => agent));
  let wanted = false;
  for (let n = 0; n < DECISIONS; n++) {
    const decisions = paceAgentPool(poolFacts(input));
    let fellShort = false;
    for (const member of members) {
      const decision = decisions.get(member.id);
      if (!decision) continue;
      member.decision = merged(member.decision, decision);
      if (decision.calls === 0) continue;
      wanted = true;
      const here = presences.filter(({ group }) => member.setting.queue?.groups.includes(group));
      const ordered = await orderCalls(
        member,
        decision.calls,
        { ...input, presences: here },
        free,
        ports,
      );
      fellShort ||= ordered < decision.calls;
      member.isEmpty = ordered < decision.calls;
      member.served = servedBy(decision, ordered, member.served);
    }
    if (!fellShort || members.length === 1) break;
  }
  return wanted;
}

/** Calls that could not be ordered were not had. */
function servedBy(
  { served, calls }: { readonly served: number; readonly calls: number },
  ordered: number,
  before: number,
): number {
  return calls === 0 ? before : before + ((served - before) * ordered) / calls;
}

async function orderCalls(
  member: MemberTick,
  calls: number,
  { members, presences, now }: Dialing & { readonly presences: readonly AgentPresence[] },
  free: Set<AgentId>,
  ports: TickPorts,
): Promise<number> {
  const { id: campaign, setting, state, decision, held } = member;
  const pool = members.reduce((sum, { orders }) => sum + orders.length, 0);
  const before = { own: member.orders.length, pool };
  const gates = (decision?.gates ?? []).map(asGate);
  const { look } = member;
  member.look = undefined;
  const { ordered, rest } = await takeRecords(
    {
      ...{ campaign, setting, state, presences, free, calls, before, gates, now, look },
      heldUp: held.full,
    },
    ports,
  );
  member.rest = rest;
  member.orders.push(...ordered);
  member.ordered = member.orders.length;
  return ordered.length;
}
