// The calls of a tick, ordered together in its turn: in one transaction with what the tick
// remembers of the campaign, so no order is given once the campaign was paused (DIA-6) or another
// tick has ordered. A call that may start now is recorded as asked for with the order and placed by
// the tick (place-at-once.ts); one that waits, for an agent's work or for Connect's rate, goes
// through the dial queue.

import type { CampaignSetting } from '../../domain/campaigns/campaign-setting.ts';
import { type CallDecision, numberTaken } from '../../domain/dialing/gates.ts';
import { agentsStartCalls } from '../../domain/dialing/offers.ts';
import { orderCall, postpone } from '../../domain/dialing/orders.ts';
import type { AgentPresence } from '../../domain/model/agent.ts';
import type { Committed, JoinedChange } from '../../domain/model/change.ts';
import type { Gate } from '../../domain/model/gate.ts';
import type { AgentId, AttemptId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { CampaignRecord } from '../../domain/model/record.ts';
import type { Rest } from '../../domain/records/rest.ts';
import { beginContact, contactNotMade } from '../ledger/contacting.ts';
import type { DialOrder } from '../ports/dial-queue.ts';
import type { SeenTurn } from '../ports/record-store.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { LoadedAttempt } from './ask-once.ts';
import type { ToAsk } from './place-at-once.ts';
import { contactOf, dialRequest } from './placing.ts';

type TickPorts = PortsOf<'dialer-tick'>;

export interface Ordered extends DialOrder {
  /** Seconds before the call is placed, or the offer of it is over. */
  readonly delay: number;
}

/** A call as it is to be ordered. */
export interface Order {
  readonly record: CampaignRecord;
  readonly attempt: AttemptId;
  readonly phone: string;
  readonly decision: CallDecision;
  readonly gates: readonly Gate[];
  readonly callerId: string | undefined;
  readonly offeredTo: AgentId | undefined;
  /** Seconds an accepting agent has to read. */
  readonly work: number;
  readonly delay: number;
}

/** Writes orders, unless the turn is over: then none. */
export interface TickTurn extends SeenTurn {
  readonly isOver: boolean;
  /** Asks Connect for calls whose orders were written. */
  askFor(calls: readonly ToAsk[]): void;
  /** So many calls may start now; those that are written do. */
  tokens(now: Instant, most: number): Promise<number>;
  write(
    changes: readonly JoinedChange[],
    orders: readonly Ordered[],
    rest: Rest | undefined,
  ): Promise<readonly Committed[]>;
}

export interface OrderingTick {
  readonly setting: CampaignSetting;
  readonly presences: readonly AgentPresence[];
  readonly turn: TickTurn;
  readonly now: Instant;
}

export interface OrdersGiven {
  readonly ordered: readonly Ordered[];
  /** Not written: somebody has the number, or was faster, or there is no room for a contact. */
  readonly refused: readonly Order[];
  /** Records that were moved without a call. */
  readonly moved: number;
  /** When those are due that were put off. */
  readonly later: readonly Instant[];
}

/**
 * Calls a tick places itself: as many as are written with its state in one transaction, and Connect
 * answers well within the time of a function.
 */
const AT_ONCE = 15;

/** @param rest of the campaign, if all of the orders are written */
export async function orderCalls(
  orders: readonly Order[],
  ordering: OrderingTick,
  rest: Rest | undefined,
  ports: TickPorts,
): Promise<OrdersGiven> {
  if (orders.length === 0) return { ordered: [], refused: [], moved: 0, later: [] };
  const { writing, full } = await prepared(orders, ordering, ports);
  const committed = await ordering.turn.write(
    writing.map(({ change }) => change),
    writing.map(({ ordered }) => ordered),
    full.length === 0 && writing.length <= AT_ONCE ? rest : undefined,
  );
  const given = writing.filter((_, n) => committed[n] === 'committed');
  const refused = writing.filter((_, n) => committed[n] !== 'committed');
  const queued = given.filter(({ toAsk }) => toAsk === undefined);
  const atOnce = given.flatMap(({ toAsk }) => toAsk ?? []);
  const notBegun = refused.flatMap(({ toAsk }) => toAsk ?? []);
  ordering.turn.askFor(atOnce);
  await Promise.all([
    send(queued, ports),
    ...notBegun.map(({ loaded }) => contactNotMade(contactOf(loaded), ports)),
  ]);
  const taken = writing.filter((_, n) => committed[n] === 'number-taken');
  return {
    ordered: given.map(({ ordered }) => ordered),
    refused: [...full, ...refused.map(({ order }) => order)],
    ...(await putOff(taken, ordering, ports)),
  };
}

interface Writing {
  readonly order: Order;
  readonly ordered: Ordered;
  readonly change: JoinedChange;
  /** Of a call that the tick places. */
  readonly toAsk: ToAsk | undefined;
}

/** Those that start now come first, so that they are in the transaction of the state. */
async function prepared(orders: readonly Order[], ordering: OrderingTick, ports: TickPorts) {
  const { callsPerSecond } = ports.definitions.definitions().centre.connect;
  const ready = startingNow(orders, ordering);
  const tokens = ready.length && (await ordering.turn.tokens(ports.clock.now(), ready.length));
  const [now, later] = [ready.slice(0, tokens), ready.slice(tokens)];
  const asking = await Promise.all(now.map((order) => askingFor(order, ordering, ports)));
  const begun = await Promise.all(
    asking.map(async ({ toAsk }) => (await beginContact(contactOf(toAsk.loaded), ports)).length),
  );
  const others = orders.filter((order) => !now.includes(order));
  const waiting = others.map((order) => {
    const nth = later.indexOf(order);
    return nth < 0 ? order : { ...order, delay: Math.ceil((nth + 1) / callsPerSecond) };
  });
  const queued = await Promise.all(
    waiting.map(async (order): Promise<Writing> => {
      const ordered = { ...(await namedOrder(order, ports)), delay: order.delay };
      return { order, ordered, change: changeOf(order, ordering), toAsk: undefined };
    }),
  );
  return {
    writing: [...asking.filter((_, n) => begun[n] === 0), ...queued],
    full: now.filter((_, n) => begun[n] !== 0),
  };
}

/** A number is in one transaction once. */
function startingNow(orders: readonly Order[], ordering: OrderingTick): readonly Order[] {
  const { setting } = ordering;
  if (setting.queue === undefined || agentsStartCalls(setting.campaign)) return [];
  const phones = new Set<string>();
  const ready = orders.filter((order) => {
    const isFree = order.offeredTo === undefined || agentOf(order, ordering) !== undefined;
    if (order.delay > 0 || !isFree || phones.has(order.phone)) return false;
    phones.add(order.phone);
    return true;
  });
  return ready.slice(0, AT_ONCE);
}

/** The one it is offered to, who is free. */
const agentOf = ({ offeredTo }: Order, { presences }: OrderingTick): AgentPresence | undefined =>
  presences.find(({ agent, activity }) => agent === offeredTo && activity === 'free');

async function askingFor(
  order: Order,
  ordering: OrderingTick,
  ports: TickPorts,
): Promise<Writing & { readonly toAsk: ToAsk }> {
  const { setting } = ordering;
  const change = changeOf(order, ordering, ports.clock.now());
  const loaded: LoadedAttempt = { record: change.after, attempt: change.attempt.after };
  const named = await namedOrder(order, ports);
  const agent = order.offeredTo === undefined ? undefined : agentOf(order, ordering);
  const request = dialRequest(loaded, setting, setting.queue?.id ?? '', agent, ports);
  return {
    ...{ order, change },
    ordered: { ...named, delay: order.delay },
    toAsk: { order: named, loaded, request },
  };
}

const changeOf = (order: Order, { setting, now }: OrderingTick, askedAt?: Instant) =>
  orderCall(order.record, {
    ...order,
    awaitsAgent: agentsStartCalls(setting.campaign),
    redialInterval: setting.outbound.minimumRedialInterval,
    now,
    askedAt,
  });

async function namedOrder(
  { record, attempt, phone }: Order,
  { ledger }: TickPorts,
): Promise<DialOrder> {
  const ref = { campaign: record.campaign, record: record.record };
  const listed = await ledger.namesOf(phone);
  return { ref, attempt, ...(listed.length > 0 && { listed }) };
}

async function send(orders: readonly Writing[], { dialQueue }: TickPorts): Promise<void> {
  if (orders.length === 0) return;
  await dialQueue.send(
    orders.map(({ ordered: { delay: _, ...order } }) => order),
    orders.map(({ ordered }) => ordered.delay),
  );
}

/** Another call has their number. */
async function putOff(taken: readonly Writing[], { setting, now }: OrderingTick, ports: TickPorts) {
  const { minimumRedialInterval: redialInterval } = setting.outbound;
  const waits = taken.map(({ order: { record, decision, phone } }) => ({
    record,
    wait: numberTaken(decision, phone, { redialInterval, now }),
  }));
  const committed = await Promise.all(
    waits.map(({ record, wait }) => ports.records.commit(postpone(record, wait, now))),
  );
  return {
    moved: committed.filter((each) => each === 'committed').length,
    later: waits.map(({ wait }) => wait.until),
  };
}
