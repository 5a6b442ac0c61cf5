import type { Check } from '../check-facts.ts';

/**
 * A limit of unhandled records keeps further ones from an agent (CAM-6), which is possible where a
 * record goes to one agent by name: in preview and in conversations by text. Elsewhere Connect
 * chooses.
 */
export const unhandledLimitWithoutUse: Check = function* ({ definitions, gaps, places }) {
  for (const [id, { channels, unhandled }] of Object.entries(definitions.campaigns)) {
    if (unhandled === undefined || !gaps.isWhole(['campaigns', id, 'channels'])) continue;
    if (channels.outbound?.mode === 'preview' || channels.sms !== undefined) continue;
    const at = places.keyAt(['campaigns', id, 'unhandled']);
    const message = `campaign '${id}' limits unhandled records, but Connect chooses the agents of all its calls`;
    yield { at, message };
  }
};
