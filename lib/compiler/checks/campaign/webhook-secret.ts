import { signingSecretName } from '../../../domain/webhooks/endpoint.ts';
import type { Check } from '../check-facts.ts';
import { webhooksOf } from '../webhooks-of.ts';

/** One secret, one receiver. */
export const webhookSecret: Check = function* ({ definitions, places }) {
  const users = new Map<string, string>(
    [...JSON.stringify(definitions).matchAll(/"secret":\{"name":"([^"]+)"/g)].map(
      ([, secret = '']) => [secret, 'a service that is asked'],
    ),
  );
  for (const { name, path, campaign, id, webhook } of webhooksOf(definitions)) {
    if (webhook.url === undefined) continue;
    const secret = signingSecretName({ campaign, webhook: id }, webhook);
    const other = users.get(secret);
    users.set(secret, name);
    if (other === undefined) continue;
    const place = webhook.secret === undefined ? path : [...path, 'secret'];
    const message = `${name} signs with '${secret}', the secret of ${other}`;
    yield { at: places.keyAt(place), message };
  }
};
