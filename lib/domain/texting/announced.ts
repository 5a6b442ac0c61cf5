// A conversation that is announced as a call is (CAM-21): the agent it came to accepts it, or
// rejects it, and then it comes to another one.
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { AgentId } from '../model/ids.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { changed, nextVersion } from '../records/record-changes.ts';
import { isConversation } from './replies.ts';

/** Why this agent cannot say whether they take it; empty when they can. */
export function againstAnswering(
  { current }: CampaignRecord,
  attempt: Attempt,
  agent: AgentId,
): readonly string[] {
  if (!isConversation(attempt)) return ['there is no such conversation'];
  if (current?.attempt !== attempt.id || attempt.settled) return ['the conversation is over'];
  return attempt.agent === agent ? [] : ['the conversation is with another agent'];
}

/** Undefined: it was not announced, or is accepted already. */
export function acceptText(
  record: CampaignRecord,
  attempt: Attempt,
  agent: AgentId,
  now: Instant,
): Change | undefined {
  const { rings, ...taken } = attempt;
  if (!rings) return undefined;
  return {
    before: record,
    after: changed(record, now),
    entries: [{ type: 'conversation.taken', at: now, attempt: attempt.id, agent }],
    attempt: { before: attempt, after: nextVersion(taken) },
  };
}

interface Rejection {
  readonly agent: AgentId;
  /** Whom it comes to now; undefined while nobody else is at work. */
  readonly next: AgentId | undefined;
  /** Seconds the next one has. */
  readonly wrapUp: number;
  readonly now: Instant;
}

export function rejectText(
  record: CampaignRecord,
  attempt: Attempt,
  { agent, next, wrapUp, now }: Rejection,
): Change {
  const { current } = record;
  const { agent: _, ...nobodys } = attempt;
  const after = current && {
    ...record,
    current: {
      ...withoutAgent(current),
      ...(next && { offeredTo: next }),
      deadline: plus(now, wrapUp),
    },
  };
  return {
    before: record,
    after: changed(after ?? record, now),
    entries: [{ type: 'conversation.declined', at: now, attempt: attempt.id, agent, next }],
    attempt: {
      before: attempt,
      after: nextVersion(next === undefined ? nobodys : { ...attempt, agent: next }),
    },
  };
}

function withoutAgent<T extends { readonly offeredTo?: AgentId }>({
  offeredTo: _,
  ...current
}: T): Omit<T, 'offeredTo'> {
  return current;
}
