import type { RecordRef } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { DeliveryState, WebhookDelivery } from '../../domain/webhooks/delivery.ts';
import type { EndpointRef } from '../../domain/webhooks/endpoint.ts';
import type { EndpointState } from '../../domain/webhooks/endpoint-state.ts';

/** What a receiver answered to a try of a delivery, at most its first KB. */
export interface DeliveryAnswer {
  /** Counted over all tries of the delivery, from 1. */
  readonly nth: number;
  readonly text: string;
}

export interface DeliveryPage {
  /** The latest event first. */
  readonly deliveries: readonly WebhookDelivery[];
  /** Where the next page begins; missing on the last one. */
  readonly next?: string | undefined;
}

interface DeliveryQuery {
  readonly limit: number;
  readonly from?: string | undefined;
  readonly state?: Exclude<DeliveryState, 'delivered'> | undefined;
}

/** Deliveries of events to webhooks, kept for thirty days, and how each endpoint is doing. */
export interface WebhookStore {
  state(endpoint: EndpointRef): Promise<EndpointState>;
  /** Puts the state, one version on; false when another has changed it first. */
  changeState(endpoint: EndpointRef, before: EndpointState, after: EndpointState): Promise<boolean>;
  /**
   * Adds a delivery, with what the receiver answered to its first try; false when there is one of
   * that id already.
   */
  add(delivery: WebhookDelivery, answer?: string): Promise<boolean>;
  /**
   * A delivery one version on, with what the receiver answered to its last try; false when another
   * has changed it first.
   */
  change(before: WebhookDelivery, after: WebhookDelivery, answer?: string): Promise<boolean>;
  load(endpoint: EndpointRef, id: string): Promise<WebhookDelivery | undefined>;
  /** Those waiting, the longest due first. */
  waiting(endpoint: EndpointRef, limit: number): Promise<readonly WebhookDelivery[]>;
  list(endpoint: EndpointRef, query: DeliveryQuery): Promise<DeliveryPage>;
  /** Deliveries of events from that moment on, the earliest first. */
  since(
    endpoint: EndpointRef,
    at: Instant,
    page: { readonly limit: number; readonly from?: string | undefined },
  ): Promise<DeliveryPage>;
  /** What the receiver answered to its tries; some answered nothing, some answers were erased. */
  answers(delivery: WebhookDelivery): Promise<readonly DeliveryAnswer[]>;
  /** Erases what receivers answered about a record: it may repeat what they were told. */
  forgetAnswers(ref: RecordRef): Promise<void>;
}
