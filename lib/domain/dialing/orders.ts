// From a due record to a call ordered: the changes dialer-tick and place-call commit. An order
// takes the record and its number (DIA-7); what may not be called is moved out of the way, so that
// it never blocks the head of the queue.

import type { BlockedBy } from '../ledger/ledger-gates.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { Gate } from '../model/gate.ts';
import type { AgentId, AttemptId } from '../model/ids.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { mask } from '../model/mask.ts';
import type { CampaignRecord } from '../model/record.ts';
import { NUMBER_LOCKED, ORDER_WAITS } from '../records/deadlines.ts';
import {
  asked,
  changed,
  close,
  giveBack,
  lease,
  newAttempt,
  nextVersion,
  rest,
  scheduleCall,
  withdrawn,
} from '../records/record-changes.ts';

export interface CallOrder {
  readonly attempt: AttemptId;
  readonly phone: string;
  readonly callerId?: string;
  /** Connect is asked for it with the order, and for the first time at this moment. */
  readonly askedAt?: Instant | undefined;
  /** Only this agent gets the call: preview (DIA-1) or a private record (REC-7). */
  readonly offeredTo?: AgentId;
  /** Seconds before the call is placed, or before the offer is over. */
  readonly delay: number;
  /** The agent it is offered to starts the call (CAM-3). */
  readonly awaitsAgent?: boolean;
  /** Seconds from their accepting it to the call (DIA-1). */
  readonly work?: number;
  readonly gates: readonly Gate[];
  /** Seconds the number must have rested from any call. */
  readonly redialInterval: number;
  readonly now: Instant;
}

/** What an order changes: the attempt is new. */
export type OrderedCall = Change & { readonly attempt: NonNullable<Change['attempt']> };

export function orderCall(record: CampaignRecord, order: CallOrder): OrderedCall {
  const { attempt: id, phone, callerId, offeredTo, delay, gates, now } = order;
  const awaits = order.awaitsAgent === true && ({ awaitsAgent: true } as const);
  const offered = offeredTo !== undefined && { offeredTo };
  const made = newAttempt(record, {
    id,
    channel: 'voice',
    direction: 'outbound',
    endpoint: phone,
    now,
    ...offered,
    sender: callerId,
  });
  const attempt = order.askedAt === undefined ? made : asked(made, order.askedAt);
  const deadline = plus(now, delay + ORDER_WAITS);
  const current = { attempt: id, phase: 'ordered', since: now, deadline } as const;
  const entries: RecordEntry[] = [
    { type: 'call.ordered', at: now, attempt: id, gates, phoneEnds: mask(phone) },
  ];
  if (offeredTo !== undefined) {
    const starts = awaits ? ('by-agent' as const) : ('by-itself' as const);
    const work = awaits && order.work ? order.work : undefined;
    const offer = { attempt: id, agent: offeredTo, seconds: delay, starts, work };
    entries.push({ type: 'record.offered', at: now, ...offer });
  }
  return {
    before: record,
    after: changed(lease(record, { ...current, ...offered, ...awaits }), now),
    entries,
    attempt: { before: undefined, after: attempt },
    takeNumber: {
      phone,
      attempt: id,
      now,
      until: plus(now, NUMBER_LOCKED),
      rested: plus(now, -order.redialInterval),
    },
  };
}

export interface Postponement {
  readonly until: Instant;
  readonly gates: readonly Gate[];
}

/** Not to be called before then. */
export function postpone(record: CampaignRecord, wait: Postponement, now: Instant): Change {
  return {
    before: record,
    after: changed(scheduleCall(record, wait.until), now),
    entries: [{ type: 'record.postponed', at: now, ...wait }],
  };
}

/**
 * Not to be contacted: blacklisted for good; without a consent it is set aside, for somebody may
 * obtain one and put it back.
 */
export function block(
  record: CampaignRecord,
  { by, because }: { readonly by: BlockedBy; readonly because: string },
  gates: readonly Gate[],
  now: Instant,
): Change {
  const after = rest(record, by === 'blacklist' ? 'blacklisted' : 'set-aside');
  return {
    before: record,
    after: changed(after, now),
    entries: [{ type: 'record.blocked', at: now, by, because, gates }],
  };
}

/** Not to be called any more. */
export function giveUp(
  record: CampaignRecord,
  because: string,
  gates: readonly Gate[],
  now: Instant,
): Change {
  return {
    before: record,
    after: changed(close(record), now),
    entries: [{ type: 'record.closed', at: now, because, gates }],
  };
}

/** An order is taken back before it became a call: as if it had never been (DIA-6). */
export function withdraw(
  record: CampaignRecord,
  attempt: Attempt,
  gates: readonly Gate[],
  now: Instant,
): Change {
  const until = attempt.orderedAt;
  return {
    before: record,
    after: changed(giveBack(record, attempt), now),
    entries: [{ type: 'record.postponed', at: now, until, gates }],
    attempt: { before: attempt, after: nextVersion(withdrawn(attempt)) },
    freeNumber: { phone: attempt.endpoint, attempt: attempt.id },
  };
}
