// One tick of an agent pool: look at the agents and the calls under way, decide how many calls each
// of the campaigns that share the agents starts, take that many due records, order the calls. Ticks
// may come twice or die half-way: the lease lets one run at a time, every record is taken by its
// own conditional write, and what was taken but never ordered is given back by the sweeper.

import { exhausted, isExhausted } from '../../domain/campaigns/campaign-changes.ts';
import { type CampaignSetting, campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState, Counts } from '../../domain/campaigns/campaign-state.ts';
import { type AgentPool, agentPoolOf } from '../../domain/dialing/agent-pool.ts';
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
import { isBeginOfMinute, TICK_LEASE_SECONDS } from '../../domain/pacing/tick-grid.ts';
import type { UnhandledLimit } from '../../language/schema/campaign.ts';
import { heldUpNow } from '../campaigns/held-up.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { type Lease, type MemberTick, merged, remember, withFates } from './member-tick.ts';
import { restingTick } from './resting-tick.ts';
import { takeRecords } from './take-records.ts';

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
  const rested = await restingTick(id, pool, now, ports);
  if (rested !== undefined) return { outcome: rested, ordered: 0 };
  const taken = await ports.campaigns.takeTick(pool.lead, now, plus(now, TICK_LEASE_SECONDS));
  if (taken === undefined) return { outcome: 'another tick is running', ordered: 0 };
  const lease: Lease = { ...taken, lead: pool.lead, given: false };
  try {
    return await tick({ id, pool, lease, now }, ports);
  } finally {
    if (!lease.given) await ports.campaigns.releaseTick(pool.lead, lease.fence);
  }
};

/** @param id the campaign the tick was sent for */
interface PoolTick {
  readonly id: CampaignId;
  readonly pool: AgentPool;
  readonly lease: Lease;
  readonly now: Instant;
}

async function tick(of: PoolTick, ports: TickPorts) {
  const { id, pool, now, lease } = of;
  const states = await runningStates(of, ports);
  const own = states.get(id);
  if (own?.state !== 'running' && ![...states.values()].some(isRunning)) {
    return { outcome: `the campaign is ${own?.state ?? 'off'}`, ordered: 0 };
  }
  const running = [...states.values()].filter(isRunning);
  const { presences, callers, ...read } = await readPool(running, pool, ports);
  await findHeldUp(read.members, presences, ports);
  const counts = await countsFor(id, read.members, now, ports);
  const ended = counts && isOver(id, read.members, counts);
  if (ended) await end(id, now, ports);
  const members = ended ? read.members.filter((member) => member.id !== id) : read.members;
  if (members.length === 0) return { outcome: 'exhausted', ordered: 0 };
  const { queues, centre } = ports.definitions.definitions();
  const wanted = await dial(
    { members, presences, callers, queues, callRate: centre.connect, now },
    ports,
  );
  const shared = members.length > 1;
  // the lead campaign comes last: what is stored of it gives the lease back
  for (const member of members.toSorted(
    (a, b) => Number(isLead(a, lease)) - Number(isLead(b, lease)),
  )) {
    const ofCounts = member.id === id ? counts : undefined;
    await remember(member, { lease, counts: ofCounts, shared, now }, ports);
  }
  const ordered = members.reduce((sum, member) => sum + member.orders.length, 0);
  if (ended && ordered === 0) return { outcome: 'exhausted', ordered };
  return { outcome: wanted ? 'dialed' : 'no call wanted', ordered };
}

const isLead = ({ id }: MemberTick, { lead }: Lease): boolean => id === lead;
const isRunning = ({ state }: CampaignState): boolean => state === 'running';

/**
 * The states of the campaigns that ran a moment ago and of the one the tick is for. Which those are
 * is noted beside the lease, so that campaigns long over cost nothing; one that is switched on
 * sends a tick of its own.
 */
async function runningStates(
  { id, pool, lease }: PoolTick,
  ports: TickPorts,
): Promise<ReadonlyMap<CampaignId, CampaignState>> {
  const listed = lease.running.filter((each) => pool.campaigns.includes(each));
  const others = [...new Set([...listed, id])].filter((each) => each !== pool.lead);
  const loaded = await Promise.all(others.map((each) => ports.campaigns.load(each)));
  const states = new Map([lease.state, ...loaded].map((state) => [state.campaign, state] as const));
  const running = [...states.values()].filter(isRunning).map(({ campaign }) => campaign);
  const isNews = running.length !== listed.length || running.some((each) => !listed.includes(each));
  if (isNews && pool.campaigns.length > 1) await ports.campaigns.listRunning(pool.lead, running);
  return states;
}

async function readPool(running: readonly CampaignState[], pool: AgentPool, ports: TickPorts) {
  const definitions = ports.definitions.definitions();
  const [presences, callers, members] = await Promise.all([
    ports.agents.ofGroups(pool.groups),
    Promise.all(pool.inbound.map((campaign) => ports.records.inFlight(campaign))),
    Promise.all(
      running.flatMap((state) => {
        const setting = campaignSetting(definitions, state.campaign);
        return setting ? [memberOf(state, setting, ports)] : [];
      }),
    ),
  ]);
  return { presences, callers: callers.flat(), members };
}

async function memberOf(
  state: CampaignState,
  setting: CampaignSetting,
  ports: TickPorts,
): Promise<MemberTick> {
  const inFlight = await ports.records.inFlight(state.campaign);
  return {
    id: state.campaign,
    setting,
    state,
    inFlight,
    isEmpty: false,
    ordered: 0,
    orders: [],
    memory: await withFates(state, setting, inFlight, ports),
    held: { heldUp: limitOf(setting) === undefined ? [] : (state.heldUp ?? []), full: [] },
    served: state.served ?? 0,
    decision: undefined,
  };
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
 * With calls in flight nothing is exhausted, many campaigns ask for no alert, and for one the first
 * ticks of a minute are soon enough.
 */
async function countsFor(
  id: CampaignId,
  members: readonly MemberTick[],
  now: Instant,
  ports: TickPorts,
): Promise<Counts | undefined> {
  const own = members.find((member) => member.id === id);
  if (!own) return undefined;
  const { inFlight, setting } = own;
  const mayAlert = setting.campaign.alerts.poolBelow !== undefined && isBeginOfMinute(now);
  const isNeeded = inFlight.length === 0 || mayAlert;
  return isNeeded ? ports.records.counts(id) : undefined;
}

function isOver(id: CampaignId, members: readonly MemberTick[], counts: Counts): boolean {
  const own = members.find((member) => member.id === id);
  return own !== undefined && isExhausted(own.setting.campaign, counts, own.inFlight.length);
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
  const ordered = await takeRecords(
    { campaign, setting, state, presences, free, calls, before, gates, now, heldUp: held.full },
    ports,
  );
  member.orders.push(...ordered);
  member.ordered = member.orders.length;
  return ordered.length;
}
