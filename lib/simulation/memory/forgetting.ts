// What a long simulation may forget: attempts and messages that are over. Late news and the
// dialer's memory still ask for them for a while, so they go some simulated hours later.

import type { Attempt } from '../../domain/model/attempt.ts';
import type { Change } from '../../domain/model/change.ts';
import type { AttemptId, ContactId, MessageId } from '../../domain/model/ids.ts';
import type { Message, MessageState } from '../../domain/model/message.ts';

/** Where the attempts and messages of a record lie. */
interface Things {
  readonly attempts: Map<AttemptId, Attempt>;
  readonly messages: Map<MessageId, Message>;
}

interface Leaving {
  readonly at: number;
  readonly from: Things;
  readonly attempt?: Attempt;
  readonly message?: MessageId;
}

/** Milliseconds for which what is over is kept. */
const KEPT = 2 * 3_600_000;
const OVER: ReadonlySet<MessageState> = new Set(['delivered', 'failed', 'unknown']);
/** The queue is cut when so many of its front have gone. */
const CUT = 4096;

/** @returns to be called after every commit */
export function forgetting(): (
  change: Change,
  things: Things | undefined,
  contacts: Map<ContactId, unknown>,
) => void {
  let queue: Leaving[] = [];
  let front = 0;
  return (change, from, contacts) => {
    const { updatedAt: now } = change.after;
    if (from !== undefined) queue.push(...leaving(change, from, now));
    for (let next = queue[front]; next && next.at <= now; next = queue[++front]) {
      leave(next, contacts);
    }
    if (front < CUT) return;
    queue = queue.slice(front);
    front = 0;
  };
}

function leaving({ attempt, messages = [] }: Change, from: Things, now: number): Leaving[] {
  const at = now + KEPT;
  const found: Leaving[] = [];
  if (attempt && isOver(attempt.after)) found.push({ at, from, attempt: attempt.after });
  for (const { after } of messages) {
    if (OVER.has(after.state)) found.push({ at, from, message: after.id });
  }
  return found;
}

/** Its end, the end of its wrap-up and its rule's decision are known: no more news of it comes. */
function isOver({ timestamps, settled, ruleApplied }: Attempt): boolean {
  const wrappedUp =
    timestamps.connectedToAgent === undefined || timestamps.wrapUpEnded !== undefined;
  return settled && ruleApplied && wrappedUp;
}

function leave({ from, attempt, message }: Leaving, contacts: Map<ContactId, unknown>): void {
  if (message !== undefined) from.messages.delete(message);
  if (attempt === undefined) return;
  from.attempts.delete(attempt.id);
  if (attempt.contact !== undefined) contacts.delete(attempt.contact);
}
