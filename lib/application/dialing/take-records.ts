// Takes as many due records as calls are wanted, in calling order, and orders the calls. A record
// that may not be called is moved out of the way at once, so that the next look at the index finds
// those behind it.
import type { CampaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { type CallDecision, mayCall, numberTaken } from '../../domain/dialing/gates.ts';
import { agentsStartCalls, offerTime } from '../../domain/dialing/offers.ts';
import { giveUp, orderCall, postpone } from '../../domain/dialing/orders.ts';
import { agentsAtWork, type Floor, freeAgents } from '../../domain/dialing/pacing-input.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { Gate } from '../../domain/model/gate.ts';
import {
  type AgentId,
  type AttemptId,
  attemptId,
  type CampaignId,
} from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import { inCallingOrder } from '../../domain/records/next-records.ts';
import type { PortsOf } from '../tasks/task-ports.ts';

type TickPorts = PortsOf<'dialer-tick'>;

export interface Beat {
  readonly campaign: CampaignId;
  readonly setting: CampaignSetting;
  readonly state: CampaignState;
  readonly floor: Floor;
  /** Calls wanted. */
  readonly calls: number;
  /** What the pacing looked at. */
  readonly gates: readonly Gate[];
  readonly now: Instant;
}

export interface Ordered extends AttemptRef {
  /** Seconds before the call is placed, or the offer of it is over. */
  readonly delay: number;
}

/** What is left to give out while the beat goes on. */
interface Supply {
  readonly agents: Set<AgentId>;
  readonly ordered: Ordered[];
}

/** Looks at the index of due records; each finds what the one before has not moved. */
const ROUNDS = 4;
const AT_MOST = 200;
/**
 * Records looked at for one call: among these, those due for longest, the heavier one comes first.
 */
const WINDOW = 16;
/** The longest delay SQS allows. */
const LONGEST_DELAY = 900;

export async function takeRecords(beat: Beat, ports: TickPorts): Promise<readonly Ordered[]> {
  const supply: Supply = { agents: new Set(freeAgents(beat.floor)), ordered: [] };
  const { campaign, calls, now } = beat;
  for (let round = 0; round < ROUNDS && supply.ordered.length < calls; round++) {
    const limit = Math.min(AT_MOST, Math.max(WINDOW, (calls - supply.ordered.length) * 2));
    const due = await ports.records.due(campaign, now, limit);
    const moved = await workOff(inCallingOrder(due), beat, supply, ports);
    if (due.length < limit || moved === 0) break;
  }
  const { ordered } = supply;
  if (ordered.length > 0) {
    await ports.dialQueue.send(
      ordered.map(({ ref, attempt }) => ({ ref, attempt })),
      ordered.map(({ delay }) => delay),
    );
  }
  return ordered;
}

/** Returns how many records left the head of the index. */
async function workOff(
  due: readonly CampaignRecord[],
  beat: Beat,
  supply: Supply,
  ports: TickPorts,
): Promise<number> {
  let moved = 0;
  for (const record of due) {
    if (supply.ordered.length >= beat.calls || noOneToOfferTo(beat, supply)) break;
    if (await workOn(record, beat, supply, ports)) moved++;
  }
  return moved;
}

/** In preview every record needs an agent of its own. */
function noOneToOfferTo({ setting }: Beat, { agents }: Supply): boolean {
  return setting.outbound.mode === 'preview' && agents.size === 0;
}

async function workOn(
  record: CampaignRecord,
  beat: Beat,
  supply: Supply,
  ports: TickPorts,
): Promise<boolean> {
  const { now } = beat;
  const decision = decide(record, beat, supply);
  const { verdict, gates } = decision;
  switch (verdict.kind) {
    case 'call':
      return order(record, verdict.phone, decision, beat, supply, ports);
    case 'not-now':
      return false;
    case 'never': {
      const change = giveUp(record, verdict.because, gates, now);
      return (await ports.records.commit(change)) === 'committed';
    }
    case 'not-before': {
      const change = postpone(record, { until: verdict.at, gates }, now);
      return (await ports.records.commit(change)) === 'committed';
    }
  }
}

function decide(record: CampaignRecord, { setting, state, floor, now }: Beat, supply: Supply) {
  const { recallHours, queueHours, contact, zone, campaign } = setting;
  return mayCall({
    record,
    campaignSwitch: state.state,
    zone,
    now,
    agents: record.privateTo && agentsAtWork(floor, supply.agents),
    recallHours,
    queueHours,
    contact,
    lastDate: campaign.lastDate,
  });
}

async function order(
  record: CampaignRecord,
  phone: string,
  decision: CallDecision,
  beat: Beat,
  supply: Supply,
  ports: TickPorts,
): Promise<boolean> {
  const { now } = beat;
  const offeredTo = agentFor(record, beat, supply);
  const callerId = nextCallerId(beat, supply.ordered.length);
  const attempt: AttemptId = attemptId(ports.ids.next());
  const delay = delayOf(beat, supply.ordered.length, ports);
  const change = orderCall(record, {
    attempt,
    phone,
    delay,
    awaitsAgent: agentsStartCalls(beat.setting.campaign),
    gates: [...decision.gates, ...beat.gates],
    now,
    offeredTo,
    callerId,
  });
  const committed = await ports.records.commit(change);
  if (committed === 'number-taken') {
    const wait = numberTaken(decision, phone, now);
    return (await ports.records.commit(postpone(record, wait, now))) === 'committed';
  }
  if (committed === 'conflict') return false;
  if (offeredTo !== undefined) supply.agents.delete(offeredTo);
  const ref = { campaign: record.campaign, record: record.record };
  supply.ordered.push({ ref, attempt, delay });
  return true;
}

/**
 * The owner of a private record; in preview the agent of the last conversation, or who has been
 * free for longest.
 */
function agentFor(
  { privateTo, lastAgent }: CampaignRecord,
  { setting }: Beat,
  { agents }: Supply,
): AgentId | undefined {
  if (privateTo !== undefined) return privateTo;
  if (setting.outbound.mode !== 'preview') return undefined;
  if (lastAgent !== undefined && agents.has(lastAgent)) return lastAgent;
  return agents.values().next().value;
}

/** DIA-4: in turn. */
function nextCallerId({ setting, state }: Beat, n: number): string | undefined {
  const { callerIds } = setting.outbound;
  return callerIds[(state.nextCallerId + n) % callerIds.length];
}

/**
 * Work before the call (DIA-1), and calls of one beat spread over the rate Connect allows. Calls
 * that agents start come up when the time they have for it is over (CAM-3).
 */
function delayOf({ setting }: Beat, n: number, ports: TickPorts): number {
  if (agentsStartCalls(setting.campaign)) return offerTime(setting.outbound);
  const { callsPerSecond, burst } = ports.definitions.definitions().centre.connect;
  const work = setting.outbound.mode === 'preview' ? (setting.outbound.beforeCallWork ?? 0) : 0;
  const spread = Math.ceil(Math.max(0, n - burst + 1) / callsPerSecond);
  return Math.min(work + spread, LONGEST_DELAY);
}
