import { isNumber } from '../../../domain/texting/text-setting.ts';
import type { Check } from '../check-facts.ts';

/** Nobody can reply to a name (SMS-3). */
export const repliesToName: Check = function* ({ definitions, places }) {
  for (const [id, { channels }] of Object.entries(definitions.campaigns)) {
    const { sms } = channels;
    if (sms?.receiveReplies !== true || isNumber(sms.from)) continue;
    const at = places.keyAt(['campaigns', id, 'channels', 'sms', 'receiveReplies']);
    const message = `campaign '${id}' is to receive replies, but nobody can reply to the name '${sms.from}'`;
    yield { at, message };
  }
};
