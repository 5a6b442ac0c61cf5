// Takes as many due records as calls are wanted, in calling order, and orders the calls. A record
// that may not be called is moved out of the way at once, so that the next look at the index finds
// those behind it.

import type { CampaignState } from '../../domain/campaigns/campaign-state.ts';
import { gateFacts, type KnownOfPerson } from '../../domain/dialing/gate-facts.ts';
import { type CallDecision, mayCall } from '../../domain/dialing/gates.ts';
import { agentsStartCalls, offerTime, workAfterAccepting } from '../../domain/dialing/offers.ts';
import { block, giveUp, postpone } from '../../domain/dialing/orders.ts';
import { agentsAtWork } from '../../domain/dialing/pacing-input.ts';
import type { Standing } from '../../domain/ledger/ledger.ts';
import type { Gate } from '../../domain/model/gate.ts';
import { type AgentId, attemptId, type CampaignId } from '../../domain/model/ids.ts';
import { type Instant, instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Rest } from '../../domain/records/rest.ts';
import { contactsAhead } from '../ledger/contacting.ts';
import { standingsAhead } from '../ledger/standings.ts';
import type { DueLook } from '../ports/record-store.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { type Order, type Ordered, type OrderingTick, orderCalls } from './order-calls.ts';

type TickPorts = PortsOf<'dialer-tick'>;

/** One campaign's part of a tick. */
export interface CampaignTick extends OrderingTick {
  readonly campaign: CampaignId;
  readonly state: CampaignState;
  /**
   * Those of the pool who could take a call, the one free for longest first; who gets one is taken
   * out.
   */
  readonly free: Set<AgentId>;
  /** Calls wanted. */
  readonly calls: number;
  /** Calls this tick has ordered before: of this campaign, and of the whole pool. */
  readonly before: { readonly own: number; readonly pool: number };
  /** Agents who get no further record (CAM-6). */
  readonly heldUp: readonly AgentId[];
  /** What the pacing looked at. */
  readonly gates: readonly Gate[];
  /** What was found due before. */
  readonly look: DueLook | undefined;
  /** By number, as the tick has read them with its first request. */
  readonly standings: ReadonlyMap<string, Standing>;
}

/** Whether so many calls need more records than a look reads at least. */
export const isMoreThanALook = (calls: number): boolean => calls * 2 > AT_LEAST;

interface Taken {
  readonly ordered: readonly Ordered[];
  /** Missing while records may be left that are due. */
  readonly rest: Rest | undefined;
}

interface Putting extends CampaignTick {
  /** When those are due that were put off. */
  readonly later: Instant[];
}

/** What is kept of people apart from their records. */
interface Ahead {
  readonly standingOf: Awaited<ReturnType<typeof standingsAhead>>;
  readonly contactedOf: Awaited<ReturnType<typeof contactsAhead>>;
}

/** Looks at the index of due records; each finds what the one before has not moved. */
const ROUNDS = 4;
const AT_MOST = 200;
/** Records read at least: some of them may not be called now. */
export const AT_LEAST = 16;
/** The longest delay SQS allows. */
const LONGEST_DELAY = 900;

export async function takeRecords(tick: CampaignTick, ports: TickPorts): Promise<Taken> {
  const ordered: Ordered[] = [];
  const later: Instant[] = [];
  const { campaign, calls, now } = tick;
  let rest: Rest | undefined;
  for (let round = 0; round < ROUNDS && ordered.length < calls; round++) {
    const limit = Math.min(AT_MOST, Math.max(AT_LEAST, (calls - ordered.length) * 2));
    const isEnough = limit <= AT_LEAST || (tick.look?.due.length ?? AT_LEAST) < AT_LEAST;
    const before = round === 0 && isEnough ? tick.look : undefined;
    const look = before ?? (await ports.records.look(campaign, now, limit, tick.turn));
    const moved = await workOff(look, { ...tick, later }, ordered, ports);
    rest = moved === look.due.length ? until(look.rest, later) : undefined;
    if (look.due.length < limit || moved === 0 || tick.turn.isOver) break;
  }
  return { ordered, rest };
}

/** Not longer than those wait that were put off. */
const until = (rest: Rest | undefined, later: readonly Instant[]): Rest | undefined =>
  rest && { ...rest, until: instant(Math.min(rest.until, ...later)) };

/** @returns how many records were moved */
async function workOff(
  { due, rest }: DueLook,
  tick: Putting,
  ordered: Ordered[],
  ports: TickPorts,
): Promise<number> {
  let moved = 0;
  const likely = due.filter((record) => decide(record, tick).verdict.kind === 'call');
  const next = likely.slice(0, tick.calls - ordered.length);
  const [standingOf, contactedOf] = await Promise.all([
    standingsAhead(next, ports.ledger, tick.standings),
    contactsAhead(tick.campaign, next, ports),
  ]);
  const ahead = { standingOf, contactedOf };
  const left = due.values();
  for (let isMore = true; isMore && !tick.turn.isOver; ) {
    const orders: Order[] = [];
    isMore = false;
    while (ordered.length + orders.length < tick.calls && !isNobodyFree(tick)) {
      const { value: record } = left.next();
      if (record === undefined) break;
      const nth = ordered.length + orders.length;
      const found = await workOn(record, ahead, tick, nth, ports);
      if (found === true) moved++;
      else if (found !== false) orders.push(found);
      isMore = true;
    }
    const isAll = moved + orders.length === due.length;
    const given = await orderCalls(
      orders,
      tick,
      isAll ? until(rest, tick.later) : undefined,
      ports,
    );
    ordered.push(...given.ordered);
    tick.later.push(...given.later);
    for (const { offeredTo } of given.refused)
      if (offeredTo !== undefined) tick.free.add(offeredTo);
    moved += given.ordered.length + given.moved;
  }
  return moved;
}

/** In preview every record needs an agent of its own. */
function isNobodyFree(tick: CampaignTick): boolean {
  return tick.setting.outbound.mode === 'preview' && longestFree(tick) === undefined;
}

function longestFree({ presences, free, heldUp }: CampaignTick): AgentId | undefined {
  for (const agent of free) {
    if (heldUp.includes(agent)) continue;
    if (presences.some((each) => each.agent === agent)) return agent;
  }
  return undefined;
}

/**
 * @param nth order of the tick
 * @returns the order to be given, or whether the record was moved
 */
async function workOn(
  record: CampaignRecord,
  { standingOf, contactedOf }: Ahead,
  tick: Putting,
  nth: number,
  ports: TickPorts,
): Promise<Order | boolean> {
  const { now } = tick;
  const first = decide(record, tick);
  const decision =
    first.verdict.kind === 'call'
      ? decide(record, tick, {
          standing: await standingOf(record),
          contacted: await contactedOf(record),
        })
      : first;
  const { verdict, gates } = decision;
  switch (verdict.kind) {
    case 'call':
      return orderOf(record, verdict.phone, decision, tick, nth, ports);
    case 'not-now':
      return false;
    case 'never': {
      const { because, blocked: by } = verdict;
      const change =
        by === undefined
          ? giveUp(record, because, gates, now)
          : block(record, { by, because }, gates, now);
      return (await ports.records.commit(change)) === 'committed';
    }
    case 'not-before': {
      tick.later.push(verdict.at);
      const change = postpone(record, { until: verdict.at, gates }, now);
      return (await ports.records.commit(change)) === 'committed';
    }
  }
}

function decide(record: CampaignRecord, tick: CampaignTick, asked: KnownOfPerson = {}) {
  const { setting, state, presences, free, heldUp, now } = tick;
  const agents = record.privateTo && agentsAtWork(presences, free, heldUp);
  return mayCall({ ...gateFacts(record, setting, state, now, asked), agents });
}

function orderOf(
  record: CampaignRecord,
  phone: string,
  decision: CallDecision,
  tick: CampaignTick,
  nth: number,
  ports: TickPorts,
): Order {
  const offeredTo = agentFor(record, tick);
  if (offeredTo !== undefined) tick.free.delete(offeredTo);
  return {
    ...{ record, phone, decision, offeredTo },
    attempt: attemptId(ports.ids.next()),
    delay: delayOf(tick, nth, ports),
    work: workAfterAccepting(tick.setting.outbound),
    gates: [...decision.gates, ...tick.gates],
    callerId: nextCallerId(tick, nth),
  };
}

/**
 * The owner of a private record; in preview the agent of the last conversation, or who has been
 * free for longest.
 */
function agentFor(
  { privateTo, lastAgent }: CampaignRecord,
  tick: CampaignTick,
): AgentId | undefined {
  const { setting, presences, free, heldUp } = tick;
  if (privateTo !== undefined) return privateTo;
  if (setting.outbound.mode !== 'preview') return undefined;
  const isHere = presences.some(({ agent }) => agent === lastAgent);
  if (lastAgent !== undefined && isHere && free.has(lastAgent) && !heldUp.includes(lastAgent))
    return lastAgent;
  return longestFree(tick);
}

/** DIA-4: in turn. */
function nextCallerId({ setting, state, before }: CampaignTick, n: number): string | undefined {
  const { callerIds } = setting.outbound;
  return callerIds[(state.nextCallerId + before.own + n) % callerIds.length];
}

/**
 * Before-call work, counted from the offer, which is accepted for the agent (DIA-1), and calls of
 * one tick spread over the rate Connect allows. Calls that agents start come up when the time they
 * have for it is over (CAM-3).
 */
function delayOf({ setting, before }: CampaignTick, n: number, ports: TickPorts): number {
  if (agentsStartCalls(setting.campaign)) return offerTime(setting.outbound);
  const { callsPerSecond, burst } = ports.definitions.definitions().centre.connect;
  const work = workAfterAccepting(setting.outbound);
  const spread = Math.ceil(Math.max(0, before.pool + n - burst + 1) / callsPerSecond);
  return Math.min(work + spread, LONGEST_DELAY);
}
