// Records that agents call themselves (CAM-3). The dialer offers one to a free agent and starts
// nothing: the attempt stays ordered and waits until the agent accepts it, presses call, skips it,
// or lets the time run out. Once accepted, the call follows by itself after the before-call work
// (DIA-1); pressing call cuts that short. What was not taken goes back to the list, a little later
// than before, so that another record comes first.

import type { Campaign, Outbound } from '../../language/schema/campaign.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { AgentId } from '../model/ids.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { CampaignRecord, CurrentAttempt } from '../model/record.ts';
import { ORDER_WAITS } from '../records/deadlines.ts';
import {
  changed,
  giveBack,
  nextVersion,
  scheduleCall,
  withdrawn,
} from '../records/record-changes.ts';

/** Seconds an agent has to start the call, when the campaign does not say. */
const OFFER_FOR = 120;
/** Seconds until a record that nobody took is offered again. */
const OFFERED_AGAIN = 300;

export const offerTime = ({ offerFor = OFFER_FOR }: Outbound): number => offerFor;

/** Whether the agent starts the calls, not the dialer. */
export const agentsStartCalls = ({ handling }: Campaign): boolean => handling !== 'automatic';

/** Offered, and the agent has not started the call yet. */
export const awaitsAgent = ({ current }: CampaignRecord): boolean =>
  current?.phase === 'ordered' && current.awaitsAgent === true;

/** Why this agent cannot start a call; empty when they can. */
export function againstTaking(
  { current }: CampaignRecord,
  { id, settled }: Attempt,
  agent: AgentId,
): readonly string[] {
  const isOver = current?.attempt !== id || settled;
  if (isOver) return ['the record is no longer offered: the time for it is over'];
  if (current.offeredTo !== agent) return ['the record is offered to another agent'];
  return [];
}

/** Seconds between the moment an agent accepts an offer and the call (DIA-1). */
export const workAfterAccepting = ({ mode, beforeCallWork = 0 }: Outbound): number =>
  mode === 'preview' ? beforeCallWork : 0;

/** Accepted, and the agent still looks at the record. */
export const isBeingRead = ({ current }: CampaignRecord, now: Instant): boolean =>
  current?.phase === 'ordered' && current.dialAt !== undefined && current.dialAt > now;

/**
 * The agent accepted, or pressed call: from now on it is an order like those of the dialer.
 * @param work seconds until the call; 0 when call was pressed
 */
export function takeOffer(
  record: CampaignRecord,
  current: CurrentAttempt,
  attempt: Attempt,
  { agent, work, now }: { readonly agent: AgentId; readonly work: number; readonly now: Instant },
): Change {
  const { awaitsAgent: _, dialAt: __, ...ordered } = current;
  const wait = work > 0 ? { dialAt: plus(now, work) } : {};
  return {
    before: record,
    after: {
      ...changed(record, now),
      current: { ...ordered, ...wait, since: now, deadline: plus(now, work + ORDER_WAITS) },
    },
    entries: [
      {
        type: 'offer.taken',
        at: now,
        attempt: attempt.id,
        agent,
        seconds: work > 0 ? work : undefined,
      },
    ],
  };
}

/** Nobody called: as if it had never been ordered, but for the time until it is offered again. */
export function returnOffer(
  record: CampaignRecord,
  attempt: Attempt,
  because: 'skipped' | 'time-over',
  now: Instant,
): Change {
  const until = plus(now, OFFERED_AGAIN);
  const agent = record.current?.offeredTo;
  return {
    before: record,
    after: changed(scheduleCall(giveBack(record, attempt), until), now),
    entries: [
      {
        type: 'offer.returned',
        at: now,
        attempt: attempt.id,
        because,
        until,
        agent,
      },
    ],
    attempt: { before: attempt, after: nextVersion(withdrawn(attempt)) },
    freeNumber: { phone: attempt.endpoint, attempt: attempt.id },
  };
}
