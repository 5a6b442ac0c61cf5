// An event on its way to a webhook (WHK-2, WHK-3, WHK-4). Where all is well it is sent as it comes,
// and one write notes that. What fails, and whatever comes for an endpoint that fails or is slow,
// waits in that endpoint's line (work-line.ts): functions are many endpoints' to share, and none is
// to wait for another's receiver.
import type { JournalLine } from '../../domain/model/journal-line.ts';
import {
  inTurn,
  newDelivery,
  tried,
  type WebhookDelivery,
} from '../../domain/webhooks/delivery.ts';
import {
  endpointKey,
  endpointOf,
  endpointsOf,
  endpointsTold,
  isSupervisor,
  type WebhookEndpoint,
} from '../../domain/webhooks/endpoint.ts';
import { afterTries, type EndpointState, SOUND } from '../../domain/webhooks/endpoint-state.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { PortsOf } from '../tasks/task-ports.ts';
import type { UseCase } from '../tasks/tasks.ts';
import { awaken, changeState, tellDisabled } from './endpoint-line.ts';
import { type TriedWith, tryDelivery, turnOf } from './try-delivery.ts';
import { workLine } from './work-line.ts';

type Needs = PortsOf<'deliver-webhook'>;

export const deliverWebhook: UseCase<'deliver-webhook', Needs> = async (input, ports) => {
  const definitions = ports.definitions.definitions();
  if ('id' in input) return { outcome: await tellAll(input, definitions, ports) };
  const endpoint = endpointOf(definitions, input);
  // what waits for it is kept, and goes on if it comes back
  if (endpoint === undefined) return { outcome: 'no longer defined' };
  return { outcome: await workLine(endpoint, input.wake, ports) };
};

interface OfCampaign {
  readonly campaign: string;
  /** Of the event. */
  readonly id: string;
}

/** Everybody who chose the event, at the same time; a fault of ours spares the others. */
async function tellAll(event: OfCampaign, definitions: Definitions, ports: Needs): Promise<string> {
  // asked for in one turn, so the line and the states travel in one request
  const stateOf = statesAhead(event, definitions, ports);
  const line = await ports.journal.line(event.id);
  if (line === undefined) return 'nothing to tell';
  const told = await Promise.allSettled(
    endpointsTold(definitions, line).map((endpoint) => tell(endpoint, line, stateOf, ports)),
  );
  const failed = told.find((each) => each.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
  const outcomes = told.flatMap((each) => (each.status === 'fulfilled' ? each.value : []));
  return outcomes.join(', ') || 'not asked for';
}

type StateOf = (endpoint: WebhookEndpoint) => Promise<EndpointState>;

/**
 * How the webhooks of the event's campaign do. Supervisors are seldom told anything, so they are
 * read when they are.
 */
function statesAhead(
  { campaign }: OfCampaign,
  definitions: Definitions,
  { webhooks }: Needs,
): StateOf {
  const ahead = new Map(
    endpointsOf(definitions)
      .filter((endpoint) => endpoint.campaign === campaign && !isSupervisor(endpoint))
      .map((endpoint) => [endpointKey(endpoint), webhooks.state(endpoint)]),
  );
  // whoever asks for it meets the fault
  void Promise.allSettled(ahead.values());
  return (endpoint) => ahead.get(endpointKey(endpoint)) ?? webhooks.state(endpoint);
}

async function tell(
  endpoint: WebhookEndpoint,
  line: JournalLine,
  stateOf: StateOf,
  ports: Needs,
): Promise<string> {
  const state = await stateOf(endpoint);
  const now = ports.clock.now();
  const delivery = newDelivery(endpoint, line, now);
  if (state.disabled !== undefined) return keep(delivery, ports);
  if (state.held) return park(endpoint, delivery, ports);
  const turn = await turnOf(endpoint, delivery, now, ports);
  if (turn !== undefined) return park(endpoint, inTurn(delivery, turn), ports);
  return send(endpoint, delivery, { line, state }, ports);
}

/** Of an endpoint that is switched off: to be sent when somebody asks. */
async function keep({ due: _, ...delivery }: WebhookDelivery, ports: Needs): Promise<string> {
  await ports.webhooks.add({ ...delivery, state: 'failed' });
  return 'kept: switched off';
}

async function park(
  endpoint: WebhookEndpoint,
  delivery: WebhookDelivery,
  ports: Needs,
): Promise<string> {
  const first = { ...delivery, version: 1 };
  if (!(await ports.webhooks.add(first))) return 'known';
  await awaken(endpoint, first.due ?? first.happened, ports);
  return 'waits in line';
}

async function send(
  endpoint: WebhookEndpoint,
  delivery: WebhookDelivery,
  { line, state }: { readonly line: JournalLine; readonly state: EndpointState },
  ports: Needs,
): Promise<string> {
  const result = await tryDelivery(endpoint, delivery, line, ports);
  const after = { ...tried(delivery, result.attempt, result.outcome), version: 1 };
  await ports.webhooks.add(after, result.answer);
  if (after.due !== undefined) await awaken(endpoint, after.due, ports, noting(result), state);
  else if (isNews(result)) await changeState(endpoint, noting(result), ports, state);
  if (result.outcome.kind === 'gone') {
    await tellDisabled(endpoint, await ports.webhooks.state(endpoint), ports);
  }
  return result.outcome.kind;
}

/** An endpoint that was sound needs no word when it still is. */
const isNews = (result: TriedWith): boolean => afterTries(SOUND, [result]).held;

/** Several may fail at the same moment: the first of them notes it for all. */
const noting =
  (result: TriedWith) =>
  (state: EndpointState): EndpointState => {
    if (state.disabled !== undefined) return state;
    if (state.held && result.outcome.kind !== 'gone') return state;
    return afterTries(state, [result]);
  };
