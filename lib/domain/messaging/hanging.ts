// Messages that should have moved by now: the intent was stored and nobody came back, or the order
// to send got lost.
import { type Instant, isPast, plus } from '../model/instant.ts';
import type { Message } from '../model/message.ts';

/**
 * Seconds without a move after which a message hangs: longer than a function lives and a delivery
 * event takes.
 */
export const HANGS = 900;
/**
 * Seconds for which an ordered message is tried; a text that is days old would confuse whoever gets
 * it.
 */
const TRIED_FOR = 4 * 86_400;

/**
 * Since when the message waits for its next move; undefined when it needs none. A turn in line is
 * waited for by right.
 */
export function waitsSince({ state, changedAt, turn }: Message): Instant | undefined {
  if (state === 'sending') return changedAt;
  if (state !== 'ordered') return undefined;
  return turn === undefined || turn.at < changedAt ? changedAt : turn.at;
}

export type Remedy = 'leave' | 'order-again' | 'give-up' | 'unknown';

/** Ordered: surely not sent, so it may be. Sending: perhaps sent, so it may not. */
export function remedyOf(message: Message, now: Instant): Remedy {
  const since = waitsSince(message);
  if (since === undefined || !isPast(plus(since, HANGS), now)) return 'leave';
  if (message.state === 'sending') return 'unknown';
  return isPast(plus(message.orderedAt, TRIED_FOR), now) ? 'give-up' : 'order-again';
}
