// The figures of a run's webhooks, from the three who know: the bus that told of events, the log of
// deliveries, and the receivers.

import type { WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import { endpointOf } from '../../domain/webhooks/endpoint.ts';
import type { Definitions } from '../../language/definitions.ts';
import { webhooksTold } from '../../simulation/centre/webhook-reactions.ts';
import type { BusEvent } from './bus-event.ts';
import type { ReceivedSums } from './webhook-receivers.ts';

export interface WebhookSums {
  /** Told events, once for each webhook that chose them. */
  readonly events: number;
  readonly deliveries: number;
  readonly delivered: number;
  readonly waiting: number;
  readonly failed: number;
  /** Requests and e-mails, retries included. */
  readonly tries: number;
  readonly retries: number;
  readonly failures: number;
  /** Requests that receivers got. */
  readonly requests: number;
}

/** How many webhooks are told of an event. */
export function timesTold(definitions: Definitions, { type, detail }: BusEvent): number {
  const campaign = String(detail.campaign);
  const row = typeof detail.row === 'number' ? detail.row : undefined;
  const copy = typeof detail.copy === 'string' ? detail.copy : undefined;
  return webhooksTold(definitions, {
    campaign,
    type,
    row,
    copy: type === 'record.added' ? copy : undefined,
  });
}

export function webhookSums(
  events: number,
  log: readonly WebhookDelivery[],
  received: ReceivedSums,
): WebhookSums {
  const count = (wanted: WebhookDelivery['state']) =>
    log.filter(({ state }) => state === wanted).length;
  const tries = log.reduce((sum, { tried }) => sum + tried, 0);
  const delivered = count('delivered');
  const first = log.filter(({ tried }) => tried > 0).length;
  return {
    ...{ events, deliveries: log.length, delivered },
    ...{ waiting: count('waiting'), failed: count('failed'), tries },
    ...{ retries: tries - first, failures: tries - delivered, requests: received.requests },
  };
}

/** Sums that are not what they should be. */
export function* webhookDiscrepancies(
  sums: WebhookSums,
  log: readonly WebhookDelivery[],
  received: ReceivedSums,
  definitions: Definitions,
): Generator<readonly [what: string, one: number, other: number]> {
  const { events, deliveries, delivered, waiting, failed } = sums;
  yield ['webhooks: events on the bus and deliveries', events, deliveries];
  yield ['deliveries: total and states', deliveries, delivered + waiting + failed];
  const byUrl = log.filter((each) => endpointOf(definitions, each)?.target.kind === 'url');
  const tries = byUrl.reduce((sum, { tried }) => sum + tried, 0);
  yield ['requests: log and receivers', tries, received.requests];
  const accepted = byUrl.filter(({ state }) => state === 'delivered').length;
  yield ['deliveries: log and receivers', accepted, received.accepted - received.repeats];
}
