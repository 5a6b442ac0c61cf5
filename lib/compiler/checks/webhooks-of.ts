// The webhooks of all campaigns, as checks look at them.
import type { Definitions } from '../../language/definitions.ts';
import type { Webhook } from '../../language/schema/webhook.ts';

interface PlacedWebhook {
  readonly campaign: string;
  readonly id: string;
  readonly webhook: Webhook;
  /** Within the definitions. */
  readonly path: readonly string[];
  /** As messages call it. */
  readonly name: string;
}

export function* webhooksOf({ campaigns }: Definitions): Generator<PlacedWebhook> {
  for (const [campaign, { webhooks }] of Object.entries(campaigns)) {
    for (const [id, webhook] of Object.entries(webhooks)) {
      const path = ['campaigns', campaign, 'webhooks', id];
      yield { campaign, id, webhook, path, name: `webhook '${id}' of campaign '${campaign}'` };
    }
  }
}
