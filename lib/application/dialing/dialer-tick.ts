// One beat of a campaign's dialer: look, decide how many calls, take that many due records, order
// the calls. Ticks may come twice or die half-way: the lease lets one run at a time, every record
// is taken by its own conditional write, and what was taken but never ordered is given back by the
// sweeper.
import { exhausted, isExhausted, poolAlert } from '../../domain/campaigns/campaign-changes.ts';
import { type CampaignSetting, campaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { asGate, type Floor, INDEX_LAG, pacingFacts } from '../../domain/dialing/pacing-input.ts';
import { type AttemptId, type CampaignId, campaignId } from '../../domain/model/ids.ts';
import { type Instant, plus } from '../../domain/model/instant.ts';
import type { CampaignEntry } from '../../domain/model/journal.ts';
import type { CampaignRecord, CurrentAttempt } from '../../domain/model/record.ts';
import type { PacingDecision } from '../../domain/pacing/facts.ts';
import { pace } from '../../domain/pacing/pace.ts';
import {
  noteDecision,
  type PacingMemory,
  storedMemory,
  watch,
} from '../../domain/pacing/pacing-memory.ts';
import type { Tick } from '../ports/campaign-store.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { untilCommitted } from '../until-committed.ts';
import { type Ordered, takeRecords } from './take-records.ts';

type TickPorts = PortsOf<'dialer-tick'>;

/**
 * Seconds a tick holds its lease; longer than a tick takes, shorter than two beats that find it
 * held.
 */
const LEASE = 20;

export const dialerTick: UseCase<'dialer-tick', TickPorts> = async (input, ports) => {
  const id = campaignId(input.campaign);
  const setting = campaignSetting(ports.definitions.definitions(), id);
  if (setting?.queue === undefined) return { outcome: 'not dialing', ordered: 0 };
  const now = ports.clock.now();
  const taken = await ports.campaigns.takeTick(id, now, plus(now, LEASE));
  if (taken === undefined) return { outcome: 'another tick is running', ordered: 0 };
  const lease: Lease = { ...taken, given: false };
  try {
    return await tick(id, setting, lease, now, ports);
  } finally {
    if (!lease.given) await ports.campaigns.releaseTick(id, lease.fence);
  }
};

/** What a tick remembers gives its lease back in the same write. */
interface Lease extends Tick {
  given: boolean;
}

async function tick(
  id: CampaignId,
  setting: CampaignSetting,
  lease: Lease,
  now: Instant,
  ports: TickPorts,
) {
  const { state } = lease;
  if (state.state !== 'running') return { outcome: `the campaign is ${state.state}`, ordered: 0 };
  const [inFlight, presences] = await Promise.all([
    ports.records.inFlight(id),
    ports.agents.ofGroups(setting.queue?.groups ?? []),
  ]);
  const counts = needsCounts(setting, inFlight.length) ? await ports.records.counts(id) : {};
  if (isExhausted(setting.campaign, counts, inFlight.length)) return end(id, now, ports);
  const memory = await remembered(id, setting, state, inFlight, ports);
  const { outbound, zone, queueHours } = setting;
  const floor: Floor = {
    outbound,
    presences,
    inFlight,
    recentOrders: state.recentOrders,
    memory,
    zone,
    now,
    callRate: ports.definitions.definitions().centre.connect,
    queueHours,
  };
  const decision = pace(pacingFacts(floor));
  const { calls, gates } = decision;
  const ordered = await takeRecords(
    { campaign: id, setting, state, floor, calls, gates: gates.map(asGate), now },
    ports,
  );
  const alert = poolAlert(setting.campaign, state, counts, now);
  await remember(id, { lease, ordered, memory, decision, setting, now, ...alert }, ports);
  return { outcome: calls === 0 ? 'no call wanted' : 'dialed', ordered: ordered.length };
}

/** With calls in flight nothing is exhausted, and many campaigns ask for no alert. */
function needsCounts({ campaign }: CampaignSetting, inFlight: number): boolean {
  return inFlight === 0 || campaign.alerts.poolBelow !== undefined;
}

/** CAM-29. */
async function end(id: CampaignId, now: Instant, ports: TickPorts) {
  await untilCommitted(`campaign ${id}`, async () => {
    const state = await ports.campaigns.load(id);
    if (state.state !== 'running') return 'not running';
    const { after, entries } = exhausted(state, now);
    return ports.campaigns.commit(state, after, entries);
  });
  return { outcome: 'exhausted', ordered: 0 };
}

/** An unclear call may still turn out to be answered. */
const BEFORE_AGENT: ReadonlySet<CurrentAttempt['phase']> = new Set([
  'ordered',
  'unclear',
  'started',
  'connected',
]);

const looksAhead = ({ outbound }: CampaignSetting): boolean => outbound.mode === 'predictive';

/** Looks at the watched calls that have left the ringing since the last tick. */
async function remembered(
  campaign: CampaignId,
  setting: CampaignSetting,
  state: CampaignState,
  inFlight: readonly CampaignRecord[],
  ports: TickPorts,
): Promise<PacingMemory> {
  const memory = storedMemory(state.pacing);
  if (!looksAhead(setting)) return memory;
  const phases = new Map(inFlight.map(({ current }) => [current?.attempt, current?.phase]));
  const still = (attempt: AttemptId, rang: boolean) => {
    const phase = phases.get(attempt);
    if (rang) return phase === 'with-agent';
    return phase !== undefined && BEFORE_AGENT.has(phase);
  };
  const moved = memory.watched.filter(({ attempt, rang }) => !still(attempt, rang));
  const attempts = await Promise.all(
    moved.map(({ record, attempt }) => ports.records.loadAttempt({ campaign, record }, attempt)),
  );
  return watch(
    memory,
    attempts.filter((attempt) => attempt !== undefined),
  );
}

interface Afterwards {
  readonly lease: Lease;
  readonly ordered: readonly Ordered[];
  readonly memory: PacingMemory;
  readonly decision: PacingDecision;
  readonly setting: CampaignSetting;
  readonly now: Instant;
  readonly poolAlerted: boolean;
  readonly entries: readonly CampaignEntry[];
}

/** Writes only what the next tick needs, and nothing when nothing has changed. */
async function remember(id: CampaignId, after: Afterwards, ports: TickPorts): Promise<void> {
  const { lease, ordered, memory, decision, setting, now, poolAlerted, entries } = after;
  const pacing = looksAhead(setting) && {
    pacing: {
      ...noteDecision(memory, decision, ordered.length, now),
      watched: [
        ...memory.watched,
        ...ordered.map(({ ref, attempt }) => ({ record: ref.record, attempt, rang: false })),
      ],
    },
  };
  let asTaken: Tick | undefined = lease;
  await untilCommitted(`campaign ${id}`, async () => {
    const fence = asTaken?.fence;
    const state = asTaken?.state ?? (await ports.campaigns.load(id));
    asTaken = undefined;
    const idle = ordered.length === 0 && poolAlerted === state.poolAlerted;
    if (idle && (!pacing || memory === state.pacing)) return 'unchanged';
    const recent = state.recentOrders.filter(({ at }) => now - at < INDEX_LAG);
    const next: CampaignState = {
      ...state,
      version: state.version + 1,
      poolAlerted,
      nextCallerId: state.nextCallerId + ordered.length,
      recentOrders: [...recent, ...ordered.map(({ attempt }) => ({ attempt, at: now }))],
      ...pacing,
    };
    const committed = await ports.campaigns.commit(state, next, entries, fence);
    lease.given ||= committed === 'committed' && fence !== undefined;
    return committed;
  });
}
