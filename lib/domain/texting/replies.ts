// A text or an e-mail that a person has written: it is kept with the record and begins a
// conversation, or goes on with one. An agent of the campaign's queue has the wrap-up time to
// answer and to classify it; when that is over the record is unhandled (SMS-4).

import { block } from '../dialing/orders.ts';
import type { AgentPresence } from '../model/agent.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { AgentId, AttemptId, MessageId } from '../model/ids.ts';
import { type Instant, plus } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { mask, maskEmail } from '../model/mask.ts';
import { type Message, type MessageContent, orderedMessage } from '../model/message.ts';
import type { CampaignRecord } from '../model/record.ts';
import {
  changed,
  lease,
  leaveUnhandled,
  newAttempt,
  nextVersion,
} from '../records/record-changes.ts';

export interface Incoming {
  /** By the provider's id, so that what comes twice is known. */
  readonly message: MessageId;
  /** Names the conversation if the reply begins one. */
  readonly attempt: AttemptId;
  /** The person's number or address. */
  readonly from: string;
  /** The centre's number it was sent to, or the id of the mailbox it answers. */
  readonly to: string;
  readonly content: MessageContent;
  readonly optOut: boolean;
  /** Who is to read it; undefined while nobody is at work. */
  readonly agent: AgentId | undefined;
  readonly queue: string;
  /** A new conversation is announced as a call is (CAM-21). */
  readonly rings: boolean;
  /** Seconds. */
  readonly wrapUp: number;
  readonly now: Instant;
}

/** @param current the attempt that has the record */
export function takeReply(
  record: CampaignRecord,
  current: Attempt | undefined,
  reply: Incoming,
): Change {
  const isOpen = current !== undefined && isConversation(current);
  const open = isOpen && current.channel === reply.content.kind ? current : undefined;
  if (reply.optOut) return optedOut(record, open, reply);
  if (open !== undefined) return goesOn(record, open, reply);
  // somebody else has the record, or nobody may: it is kept, and stands in the conversation
  const isTaken = record.current !== undefined || record.state === 'blacklisted';
  return isTaken ? kept(record, reply) : begins(record, reply);
}

export const isConversation = ({ channel, direction }: Attempt): boolean =>
  channel !== 'voice' && direction === 'inbound';

function received(record: CampaignRecord, reply: Incoming, attempt?: AttemptId): Message {
  const { message: id, content, now } = reply;
  return {
    campaign: record.campaign,
    record: record.record,
    id,
    version: 1,
    attempt,
    state: 'received',
    content,
    orderedAt: now,
    changedAt: now,
  };
}

function entryOf(reply: Incoming, attempt?: AttemptId): RecordEntry {
  const { message, from, content, optOut, queue, agent, now: at } = reply;
  const { kind } = content;
  const base = {
    ...({ type: 'message.received', at, message, kind } as const),
    ...(kind === 'sms' ? { phoneEnds: mask(from) } : { address: maskEmail(from) }),
  };
  if (optOut) return { ...base, optOut: true };
  return attempt === undefined ? base : { ...base, attempt, queue, agent };
}

function kept(record: CampaignRecord, reply: Incoming): Change {
  return {
    before: record,
    after: changed(record, reply.now),
    entries: [entryOf(reply)],
    messages: [{ before: undefined, after: received(record, reply) }],
  };
}

function begins(record: CampaignRecord, reply: Incoming): Change {
  const { attempt: id, from, to, content, agent, rings, wrapUp, now } = reply;
  const attempt: Attempt = {
    ...newAttempt(record, {
      id,
      channel: content.kind,
      direction: 'inbound',
      endpoint: from,
      sender: to,
      offeredTo: agent,
      now,
    }),
    status: 'received',
    ...(rings && agent !== undefined && { rings }),
  };
  const taken = lease(record, {
    attempt: id,
    phase: 'wrap-up',
    since: now,
    deadline: plus(now, wrapUp),
    offeredTo: agent,
    // nobody waits on the line, so the dialer keeps no agent free for it
    inbound: {},
  });
  return {
    before: record,
    after: changed({ ...taken, state: 'in-wrap-up', lastContact: now }, now),
    entries: [entryOf(reply, id)],
    attempt: { before: undefined, after: attempt },
    messages: [{ before: undefined, after: received(record, reply, id) }],
  };
}

/**
 * One that was nobody's so far goes to whoever is there now. Somebody who writes from another
 * address is answered there.
 */
function goesOn(record: CampaignRecord, attempt: Attempt, reply: Incoming): Change {
  const { from: endpoint, now, wrapUp, rings } = reply;
  const { id } = attempt;
  const agent = record.current?.offeredTo ?? reply.agent;
  const more = withMoreTime(record, wrapUp, now);
  const isNew = attempt.agent === undefined && agent !== undefined;
  const owned =
    isNew && more.current ? { ...more, current: { ...more.current, offeredTo: agent } } : more;
  return {
    before: record,
    after: changed({ ...owned, lastContact: now }, now),
    entries: [entryOf({ ...reply, agent }, id)],
    messages: [{ before: undefined, after: received(record, reply, id) }],
    ...((isNew || endpoint !== attempt.endpoint) && {
      attempt: {
        before: attempt,
        after: nextVersion({
          ...{ ...attempt, endpoint },
          ...(isNew && { agent, ...(rings && { rings }) }),
        }),
      },
    }),
  };
}

function withMoreTime(record: CampaignRecord, wrapUp: number, now: Instant): CampaignRecord {
  const { current } = record;
  return current === undefined
    ? record
    : { ...record, current: { ...current, deadline: plus(now, wrapUp) } };
}

const WANTS_NO_MORE = 'the person wants no more text messages';

/** A call that is under way is not cut short; whatever follows it is asked at the gates. */
function optedOut(record: CampaignRecord, open: Attempt | undefined, reply: Incoming): Change {
  const { now } = reply;
  const isFree = record.current === undefined || open !== undefined;
  const barred = block(record, { by: 'blacklist', because: WANTS_NO_MORE }, [], now);
  const blocks = isFree && record.state !== 'blacklisted';
  return {
    before: record,
    after: blocks ? barred.after : changed(record, now),
    entries: [entryOf(reply), ...(blocks ? barred.entries : [])],
    attempt: open && { before: open, after: nextVersion(closedAttempt(open)) },
    messages: [{ before: undefined, after: received(record, reply, open?.id) }],
  };
}

const closedAttempt = (attempt: Attempt): Attempt => ({
  ...attempt,
  settled: true,
  ruleApplied: true,
});

/** Nobody has classified the conversation in time (REC-9, SMS-4). */
export function leftUnhandled(record: CampaignRecord, attempt: Attempt, now: Instant): Change {
  const { id, agent, status = 'received' } = attempt;
  return {
    before: record,
    after: changed(leaveUnhandled(record, { attempt: id, agent, since: now }), now),
    entries: [
      { type: 'record.unhandled', at: now, attempt: id, agent },
      { type: 'attempt.settled', at: now, attempt: id, status, classified: false },
    ],
    attempt: { before: attempt, after: nextVersion(closedAttempt(attempt)) },
  };
}

export interface Answer {
  readonly agent: AgentId;
  readonly content: MessageContent;
  /** The same answer has the same, however often it is sent in. */
  readonly part: string;
  /** Seconds. */
  readonly wrapUp: number;
  readonly now: Instant;
}

/** What an agent writes in a conversation; it is theirs from then on. */
export function answerReply(record: CampaignRecord, attempt: Attempt, answer: Answer): Change {
  const { agent, content, part, wrapUp, now } = answer;
  const message = {
    ...orderedMessage(attempt, part, content, now),
    isAnswer: true,
  } as const;
  const { rings: _, ...taken } = attempt;
  const { current } = record;
  const isOpen = current?.attempt === attempt.id;
  const more = isOpen ? withMoreTime(record, wrapUp, now) : record;
  const owned =
    isOpen && more.current ? { ...more, current: { ...more.current, offeredTo: agent } } : more;
  return {
    before: record,
    after: changed({ ...owned, lastAgent: agent }, now),
    entries: [
      {
        type: 'message.ordered',
        at: now,
        message: message.id,
        kind: content.kind,
        attempt: attempt.id,
        by: agent,
      },
    ],
    attempt: { before: attempt, after: nextVersion({ ...taken, agent }) },
    messages: [{ before: undefined, after: message }],
  };
}

/**
 * Who reads a reply: the owner of a private record, or else who spoke with the person last, or else
 * those who are free in turn, or at least at work. undefined: whoever of the queue comes first.
 * @param turn any number that differs from reply to reply
 * @param isFull agents who get no further one (CAM-6, PRI-2)
 */
export function readerOf(
  { privateTo, lastAgent }: Pick<CampaignRecord, 'privateTo' | 'lastAgent'>,
  presences: readonly AgentPresence[],
  turn: number,
  isFull: (agent: AgentId) => boolean = () => false,
): AgentId | undefined {
  const here = presences.filter(
    ({ agent, activity }) => activity !== 'offline' && activity !== 'break' && !isFull(agent),
  );
  const isHere = (agent: AgentId | undefined) => here.some((each) => each.agent === agent);
  if (privateTo !== undefined) return isHere(privateTo) ? privateTo : undefined;
  if (isHere(lastAgent)) return lastAgent;
  const free = here.filter(({ activity }) => activity === 'free');
  const choice = free.length > 0 ? free : here;
  return choice[turn % Math.max(1, choice.length)]?.agent;
}
