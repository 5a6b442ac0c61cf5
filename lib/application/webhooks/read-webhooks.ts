// What is known of webhooks: how each is doing, and the log of its deliveries.

import type { DeliveryState, WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import {
  type EndpointRef,
  endpointOf,
  endpointsOf,
  isSupervisor,
  type WebhookEndpoint,
} from '../../domain/webhooks/endpoint.ts';
import type { EndpointState } from '../../domain/webhooks/endpoint-state.ts';
import type { Definitions } from '../../language/definitions.ts';
import type { Ports } from '../ports/ports.ts';
import type { DeliveryAnswer } from '../ports/webhook-store.ts';
import { noSuchWebhook, type Refusal } from './refusal.ts';

type Needs = Pick<Ports, 'definitions' | 'webhooks'>;

export interface WebhookView extends EndpointRef {
  readonly target: WebhookEndpoint['target']['kind'];
  /** The https address, or the e-mail address. */
  readonly to: string;
  readonly events: readonly string[];
  /** sound: told at once · held: it fails or is slow, its deliveries wait in line · off */
  readonly state: 'sound' | 'held' | 'off';
  /** Of its state; 0 while it never failed. */
  readonly version: number;
  readonly failingSince?: number | undefined;
  readonly off?: { readonly at: number; readonly because: 'failing' | 'gone' } | undefined;
}

/** @param campaign of all when missing */
export async function listWebhooks(
  { campaign }: { readonly campaign?: string | undefined },
  { definitions, webhooks }: Needs,
): Promise<readonly WebhookView[]> {
  const all = endpointsOf(definitions.definitions()).filter(
    (endpoint) =>
      !isSupervisor(endpoint) && (campaign === undefined || endpoint.campaign === campaign),
  );
  return Promise.all(all.map(async (each) => viewOf(each, await webhooks.state(each))));
}

function viewOf(endpoint: WebhookEndpoint, state: EndpointState): WebhookView {
  const { campaign, webhook, target, events } = endpoint;
  const { disabled, held, failingSince } = state;
  const to = target.kind === 'url' ? target.url : target.email;
  const off = disabled && { at: disabled.at, because: disabled.because };
  const sound = held ? ('held' as const) : ('sound' as const);
  return {
    ...{ campaign, webhook, target: target.kind, to, events, version: state.version },
    ...{ state: off ? ('off' as const) : sound, failingSince, off },
  };
}

export interface DeliveryView extends Omit<WebhookDelivery, 'version' | 'inTurn'> {
  /** What the receiver answered, by the number of the try. */
  readonly answers?: readonly DeliveryAnswer[];
}

export type Deliveries =
  | {
      readonly kind: 'deliveries';
      /** The latest event first. */
      readonly deliveries: readonly DeliveryView[];
      readonly next?: string | undefined;
    }
  | Refusal;

const MOST_DELIVERIES = 100;

export async function listDeliveries(
  input: EndpointRef & {
    readonly state?: Exclude<DeliveryState, 'delivered'> | undefined;
    readonly limit?: number | undefined;
    readonly from?: string | undefined;
  },
  { definitions, webhooks }: Needs,
): Promise<Deliveries> {
  const endpoint = known(definitions.definitions(), input);
  if (endpoint === undefined) return noSuchWebhook(input);
  const limit = Math.min(input.limit ?? MOST_DELIVERIES, MOST_DELIVERIES);
  const { state, from } = input;
  const { deliveries, next } = await webhooks.list(endpoint, { limit, from, state });
  return { kind: 'deliveries', deliveries: deliveries.map(shown), next };
}

/** One delivery, with what the receiver answered to its tries. */
export async function readDelivery(
  input: EndpointRef & { readonly delivery: string },
  { definitions, webhooks }: Needs,
): Promise<{ readonly kind: 'delivery'; readonly delivery: DeliveryView } | Refusal> {
  const endpoint = known(definitions.definitions(), input);
  if (endpoint === undefined) return noSuchWebhook(input);
  const delivery = await webhooks.load(endpoint, input.delivery);
  if (delivery === undefined) {
    return { kind: 'refused', reasons: [`there is no delivery '${input.delivery}'`] };
  }
  const answers = await webhooks.answers(delivery);
  return { kind: 'delivery', delivery: { ...shown(delivery), answers } };
}

const shown = ({ version: _, inTurn: __, ...delivery }: WebhookDelivery): DeliveryView => delivery;

const known = (definitions: Definitions, ref: EndpointRef): WebhookEndpoint | undefined =>
  isSupervisor(ref) ? undefined : endpointOf(definitions, ref);
