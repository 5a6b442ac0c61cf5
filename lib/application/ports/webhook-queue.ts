import type { Instant } from '../../domain/model/instant.ts';
import type { EndpointRef } from '../../domain/webhooks/endpoint.ts';

/** Asks for the line of an endpoint to be worked. */
export interface WebhookQueue {
  /** @param at at most 15 min ahead */
  wake(endpoint: EndpointRef, at: Instant, now: Instant): Promise<void>;
}
