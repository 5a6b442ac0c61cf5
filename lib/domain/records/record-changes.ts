// The small steps of a record, each one a new value. A record has a next contact exactly when it is
// new or recall-scheduled, and that is kept true here and nowhere else.
import type { Attempt } from '../model/attempt.ts';
import { type Channel, channelFacts, type Direction } from '../model/channel.ts';
import type { AgentId, AttemptId } from '../model/ids.ts';
import type { Instant } from '../model/instant.ts';
import {
  type CampaignRecord,
  type CurrentAttempt,
  defaultOf,
  type LeftUnhandled,
  type RecordState,
} from '../model/record.ts';

/** The record one version on. */
export function changed(record: CampaignRecord, now: Instant): CampaignRecord {
  return { ...record, version: record.version + 1, updatedAt: now };
}

export function nextVersion(attempt: Attempt): Attempt {
  return { ...attempt, version: attempt.version + 1 };
}

/** Takes the record for an attempt (DIA-7). */
export function lease(record: CampaignRecord, current: CurrentAttempt): CampaignRecord {
  const { nextContact: _, callBackTo: __, unhandled: ___, ...rest } = record;
  return { ...rest, state: 'being-contacted', current };
}

/** The next call; a record that was never called stays new. */
export function scheduleCall(record: CampaignRecord, at: Instant): CampaignRecord {
  const { current: _, unhandled: __, ...rest } = record;
  const state = record.attempts === 0 ? 'new' : 'recall-scheduled';
  return { ...rest, state, nextContact: at };
}

/** Back to where it was before the order: the call was not made and does not count. */
export function giveBack(record: CampaignRecord, attempt: Attempt): CampaignRecord {
  const asked =
    attempt.endpoint !== '' &&
    attempt.endpoint !== defaultOf(record[channelFacts(attempt.channel).endpoints]);
  return scheduleCall(
    asked ? { ...record, callBackTo: attempt.endpoint } : record,
    attempt.orderedAt,
  );
}

/** Nothing is scheduled any more: closed, unhandled and the like. */
export function rest(
  record: CampaignRecord,
  state: Exclude<RecordState, 'new' | 'recall-scheduled' | 'being-contacted'>,
): CampaignRecord {
  const { current: _, nextContact: __, callBackTo: ___, unhandled: ____, ...others } = record;
  return { ...others, state };
}

export function close(record: CampaignRecord): CampaignRecord {
  return rest(record, 'closed');
}

/** The time to classify the contact is over (REC-9). */
export function leaveUnhandled(record: CampaignRecord, unhandled: LeftUnhandled): CampaignRecord {
  return { ...rest(record, 'unhandled'), unhandled };
}

export function setAside(record: CampaignRecord): CampaignRecord {
  return rest(record, 'set-aside');
}

export interface NewAttempt {
  readonly id: AttemptId;
  readonly channel: Channel;
  readonly direction: Direction;
  readonly endpoint: string;
  readonly sender?: string;
  readonly offeredTo?: AgentId;
  readonly now: Instant;
}

export function newAttempt(record: CampaignRecord, order: NewAttempt): Attempt {
  return {
    campaign: record.campaign,
    record: record.record,
    id: order.id,
    version: 1,
    channel: order.channel,
    direction: order.direction,
    endpoint: order.endpoint,
    sender: order.sender,
    agent: order.offeredTo,
    orderedAt: order.now,
    timestamps: {},
    settled: false,
    ruleApplied: false,
    parameters: {},
  };
}

/** Connect is about to be asked; unclear what became of it, this stays. */
export const asked = (attempt: Attempt, now: Instant): Attempt => ({ ...attempt, askedAt: now });

/** Connect has placed nothing for certain: it may be asked again. */
export function notAsked({ askedAt: _, ...attempt }: Attempt): Attempt {
  return attempt;
}

/** The attempt of an order that was given back: it was never a call. */
export function withdrawn(attempt: Attempt): Attempt {
  return { ...attempt, settled: true, ruleApplied: true };
}
