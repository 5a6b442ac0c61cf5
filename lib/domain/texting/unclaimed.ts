// A conversation that is nobody's: it came while nobody was at work, or everybody had as many as
// they may, or the one it was announced to rejected it. Whoever of the queue takes it has the whole
// time for it; one that was left so and became unhandled is theirs to be classified.
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { AgentId } from '../model/ids.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { changed, nextVersion } from '../records/record-changes.ts';
import { isConversation } from './replies.ts';

/** Somebody of the queue may take it. */
export function isUnclaimed(record: CampaignRecord, attempt: Attempt): boolean {
  return isConversation(attempt) && attempt.agent === undefined && isOpen(record, attempt);
}

const isOpen = ({ current, unhandled }: CampaignRecord, { id, settled }: Attempt): boolean =>
  settled ? current === undefined && unhandled?.attempt === id : current?.attempt === id;

interface Taking {
  readonly agent: AgentId;
  /** Seconds they have. */
  readonly wrapUp: number;
  readonly now: Instant;
}

export function takeUnclaimed(
  record: CampaignRecord,
  attempt: Attempt,
  { agent, wrapUp, now }: Taking,
): Change {
  const { current, unhandled } = record;
  const theirs = {
    ...record,
    ...(current && { current: { ...current, offeredTo: agent, deadline: plus(now, wrapUp) } }),
    ...(current === undefined &&
      unhandled && { unhandled: { ...unhandled, agent }, lastAgent: agent }),
  };
  return {
    before: record,
    after: changed(theirs, now),
    entries: [{ type: 'conversation.taken', at: now, attempt: attempt.id, agent }],
    attempt: { before: attempt, after: nextVersion({ ...attempt, agent }) },
  };
}
