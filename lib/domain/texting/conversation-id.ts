// A conversation is named after the message that began it, so that one that comes twice begins
// none.
import type { WrittenChannel } from './conversation-setting.ts';

const IN = 'in.';
const BY_EMAIL = 'in.mail-';

/** Of the message and, if it begins one, of the conversation. @param id of the provider */
export const incomingId = (channel: WrittenChannel, id: string): string =>
  `${channel === 'email' ? BY_EMAIL : IN}${id}`;

/** undefined: the attempt is no conversation. */
export function conversationOn(attempt: string): WrittenChannel | undefined {
  if (attempt.startsWith(BY_EMAIL)) return 'email';
  return attempt.startsWith(IN) ? 'sms' : undefined;
}
