// How an answer by e-mail stands in its conversation, so that mail programs show both as one
// (RFC 5322, 3.6.4).
import type { AttemptId } from '../model/ids.ts';
import type { EmailContent, Message } from '../model/message.ts';

/** Ids an e-mail names: the first, which names the conversation, and the latest. */
const MOST_NAMED = 12;

/** @param ids of the e-mails so far, the oldest first */
export function threadOf(ids: readonly string[]): readonly string[] {
  const each = [...new Set(ids)];
  if (each.length <= MOST_NAMED) return each;
  return [...each.slice(0, 1), ...each.slice(1 - MOST_NAMED)];
}

/** With one Re:, however often it went back and forth. */
export function answeredSubject(subject: string): string {
  const plain = subject.replace(/^\s*((re|odp|fwd?|pd|sv|aw)\s*(\[\d+\])?:\s*)+/i, '').trim();
  return `Re: ${plain}`.trim();
}

/** What the person wrote last in the conversation. */
export function lastReceived(
  messages: readonly Message[],
  attempt: AttemptId,
): EmailContent | undefined {
  const received = messages.filter((one) => one.state === 'received' && one.attempt === attempt);
  const last = received.toSorted((a, b) => a.orderedAt - b.orderedAt).at(-1)?.content;
  return last?.kind === 'email' ? last : undefined;
}
