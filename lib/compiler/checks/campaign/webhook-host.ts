import type { Check } from '../check-facts.ts';
import { webhooksOf } from '../webhooks-of.ts';

/** Names that never lead to a public address; what others lead to is looked at for each request. */
const PRIVATE = /(^|\.)(localhost|local|internal|intranet|lan|home\.arpa)$/;
const ADDRESS = /^(\d+\.\d+\.\d+\.\d+|\[.*\])$/;

export const webhookHost: Check = function* ({ definitions, places }) {
  for (const { name, path, webhook } of webhooksOf(definitions)) {
    if (webhook.url === undefined || !URL.canParse(webhook.url)) continue;
    const { hostname } = new URL(webhook.url);
    const at = places.valueAt([...path, 'url']);
    if (ADDRESS.test(hostname)) {
      yield { at, message: `${name} names an address, not a host: ${hostname}` };
    } else if (PRIVATE.test(hostname)) {
      yield { at, message: `${name} goes to '${hostname}', which is not on the internet` };
    }
  }
};
