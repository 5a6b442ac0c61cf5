// An agent transfers a call: for Connect the conversation goes on as another contact, which names
// the first one. Our call stays with its own contact; the journal says where it went, once for each
// contact, however often Connect's events tell of it.
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { AgentId, ContactId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import type { CampaignRecord } from '../model/record.ts';
import { changed, nextVersion } from '../records/record-changes.ts';

export interface Transfer {
  /** The contact that goes on with the call. */
  readonly contact: ContactId;
  readonly to: 'queue' | 'agent' | 'outside';
  readonly queue?: string | undefined;
  readonly agent?: AgentId | undefined;
}

/**
 * undefined: it is known already, or no agent had the call; then a flow passed it on, which the
 * call's own entries tell.
 */
export function noteTransfer(
  record: CampaignRecord,
  attempt: Attempt,
  { contact, to, queue, agent }: Transfer,
  now: Instant,
): Change | undefined {
  const { transfers = [], timestamps } = attempt;
  if (timestamps.connectedToAgent === undefined || transfers.includes(contact)) return undefined;
  const { id } = attempt;
  return {
    before: record,
    after: changed(record, now),
    entries: [{ type: 'call.transferred', at: now, attempt: id, to, queue, agent, contact }],
    attempt: {
      before: attempt,
      after: nextVersion({ ...attempt, transfers: [...transfers, contact] }),
    },
  };
}
