// Why something about a webhook cannot be done.
import type { EndpointRef } from '../../domain/webhooks/endpoint.ts';

export interface Refusal {
  readonly kind: 'refused';
  readonly reasons: readonly string[];
}

export const noSuchWebhook = ({ campaign, webhook }: EndpointRef): Refusal => ({
  kind: 'refused',
  reasons: [`campaign '${campaign}' has no webhook '${webhook}'`],
});
