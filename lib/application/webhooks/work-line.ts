// The deliveries that wait for one endpoint, the longest due first and a few at a time. One
// function works a line at a time, for some seconds; what is left is asked for again, when it is
// due. While nothing can be delivered, the endpoint is looked at ever less often, with one request.
import { type Instant, plus } from '../../domain/model/instant.ts';
import { inTurn, soonest, tried, type WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import { isSupervisor, type WebhookEndpoint } from '../../domain/webhooks/endpoint.ts';
import {
  afterTries,
  atOnce,
  type EndpointState,
  nextLook,
  wakeFor,
} from '../../domain/webhooks/endpoint-state.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import { changeState, tellDisabled } from './endpoint-line.ts';
import { type TriedWith, tryDelivery, turnOf } from './try-delivery.ts';

type Needs = PortsOf<'deliver-webhook'>;

/** Seconds a function works a line, beside the last requests. */
const WORKS_FOR = 12;
/** Seconds after which whoever had the line is taken for dead: longer than the function may run. */
const HELD_FOR = 60;
/** Rounds in one run: an answer may take no time at all. */
const MOST_ROUNDS = 40;
/** Seconds until somebody who finds the line taken comes again. */
const TRY_AGAIN = 5;

/** @param wake the moment it was asked for; another one counts by now if the state names another */
export async function workLine(
  endpoint: WebhookEndpoint,
  wake: number,
  ports: Needs,
): Promise<string> {
  const now = ports.clock.now();
  const later = plus(now, TRY_AGAIN);
  let found = 'overtaken' as 'overtaken' | 'taken' | 'busy';
  const state = await changeState(
    endpoint,
    (read) => {
      found = lineFound(read, wake, now);
      if (found === 'overtaken') return undefined;
      if (found === 'busy') return { ...read, wakeAt: later };
      return { ...read, wakeAt: undefined, lineUntil: plus(now, HELD_FOR) };
    },
    ports,
  );
  if (found === 'busy') await ports.webhookQueue.wake(endpoint, later, now);
  if (found !== 'taken') return found;
  return leave(endpoint, await work(endpoint, state, ports), state, ports);
}

function lineFound({ wakeAt, disabled, lineUntil }: EndpointState, wake: number, now: Instant) {
  if (wakeAt !== wake || disabled !== undefined) return 'overtaken';
  return lineUntil === undefined || lineUntil <= now ? 'taken' : 'busy';
}

interface Worked {
  readonly state: EndpointState;
  /** When there is more to do. */
  readonly next: Instant | undefined;
  readonly delivered: number;
}

async function work(
  endpoint: WebhookEndpoint,
  first: EndpointState,
  ports: Needs,
): Promise<Worked> {
  const until = plus(ports.clock.now(), WORKS_FOR);
  let state = first;
  let delivered = 0;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const now = ports.clock.now();
    if (now >= until) return { state, next: now, delivered };
    const waiting = await ports.webhooks.waiting(endpoint, atOnce(state));
    const due = waiting.filter(({ due: at = now }) => at <= now);
    if (due.length === 0) return { state, next: waiting[0]?.due, delivered };
    const results = (await Promise.all(due.map((each) => one(endpoint, each, ports)))).flat();
    state = afterTries(state, results);
    if (state.disabled !== undefined && !isSupervisor(endpoint)) {
      return { state, next: undefined, delivered };
    }
    delivered += results.filter(({ outcome }) => outcome.kind === 'delivered').length;
    if (state.failures > 0 && results.length > 0) {
      return { state, next: nextLook(state, ports.clock.now()), delivered };
    }
  }
  return { state, next: ports.clock.now(), delivered };
}

/** Tries one; nothing comes of it when its turn has not come, or there is nothing to tell. */
async function one(
  endpoint: WebhookEndpoint,
  before: WebhookDelivery,
  ports: Needs,
): Promise<TriedWith[]> {
  const now = ports.clock.now();
  const turn = await turnOf(endpoint, before, now, ports);
  if (turn !== undefined) {
    await ports.webhooks.change(before, inTurn(before, turn));
    return [];
  }
  const line = await ports.journal.line(before.event);
  if (line === undefined) {
    const { due: _, ...rest } = before;
    await ports.webhooks.change(before, { ...rest, version: before.version + 1, state: 'failed' });
    return [];
  }
  const result = await tryDelivery(endpoint, before, line, ports);
  const after = tried(before, result.attempt, result.outcome);
  await ports.webhooks.change(before, after, result.answer);
  return [result];
}

/** What others have asked for meanwhile stays. */
async function leave(
  endpoint: WebhookEndpoint,
  worked: Worked,
  taken: EndpointState,
  ports: Needs,
): Promise<string> {
  const { held, failures, failingSince } = worked.state;
  const disabled = isSupervisor(endpoint) ? undefined : worked.state.disabled;
  const now = ports.clock.now();
  let asked: Instant | undefined;
  const state = await changeState(
    endpoint,
    (read) => {
      const next = worked.next && wakeFor(worked.next, now);
      const wakeAt = disabled ? undefined : soonest(read.wakeAt, next);
      asked = wakeAt === read.wakeAt ? undefined : wakeAt;
      const goesOn = held || next !== undefined;
      const health = { held: goesOn, failures, failingSince, disabled: disabled ?? read.disabled };
      return { ...read, ...health, wakeAt, lineUntil: undefined };
    },
    ports,
    taken,
  );
  if (asked !== undefined) await ports.webhookQueue.wake(endpoint, asked, now);
  await tellDisabled(endpoint, state, ports);
  return `${worked.delivered} delivered`;
}
