import type { Check } from '../check-facts.ts';

/** The people of a campaign are contacted on one channel: they are called, or written to. */
export const textsAndCalls: Check = function* ({ definitions, places }) {
  for (const [id, { channels }] of Object.entries(definitions.campaigns)) {
    if (channels.sms === undefined || channels.outbound === undefined) continue;
    const at = places.keyAt(['campaigns', id, 'channels', 'sms']);
    const message = `campaign '${id}' has both the outbound and the SMS channel; its people are either called or written to`;
    yield { at, message };
  }
};
