// What is left of a deleted contact, emptied step by step: every function here is pure;
// lib/application/records/erasure.ts commits the steps.
import type { Attempt } from '../model/attempt.ts';
import type { Change, Kept } from '../model/change.ts';
import { voicemailKey } from '../model/inbound-call.ts';
import { type Instant, isPast, plus } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import type { Message, MessageContent } from '../model/message.ts';
import type { CampaignRecord } from '../model/record.ts';
import { changed, nextVersion, rest } from './record-changes.ts';

/**
 * Messages emptied in one transaction, beside the record, an attempt, their entries and the
 * counters.
 */
const MESSAGES_AT_ONCE = 40;
/**
 * Seconds an ordered message may still be sent: as long as the dead-letter queue keeps its order.
 */
const STILL_SENT = 14 * 86_400;
const NEVER_SENT = 'the contact was deleted before it was sent';

/** The next step; undefined while nothing is left but messages that are still to be sent. */
export function eraseSome(record: CampaignRecord, kept: Kept, now: Instant): Change | undefined {
  const attempts = kept.attempts.filter(namesPerson);
  const messages = kept.messages.filter(({ content }) => content.to !== '');
  const due = messages.filter((message) => !isPending(message, now)).slice(0, MESSAGES_AT_ONCE);
  const enclosed = new Set(messages.filter((each) => isPending(each, now)).map(soundOf));
  const attempt = attempts.find((each) => !voicemailsOf(each).some((key) => enclosed.has(key)));
  const isLast = attempts.length <= 1 && messages.length === due.length;
  if (attempt === undefined && due.length === 0 && !isLast) return undefined;
  const { toErase: _, ...others } = record;
  return {
    before: record,
    after: changed(isLast ? others : record, now),
    entries: due.flatMap((message) => givenUp(message, now)),
    attempt: attempt && { before: attempt, after: nextVersion(withoutPerson(attempt)) },
    messages: due.map((before) => ({ before, after: emptied(before, now) })),
  };
}

/** The record stays, with its id and counts; marked, so that the rest is erased as well. */
export function emptiedRecord(record: CampaignRecord): CampaignRecord {
  const {
    privateTo: _owner,
    callBackTo: _number,
    callParameters: _parameters,
    lastCall: _call,
    ...others
  } = rest(record, 'deleted');
  const nothing = { phones: [], emails: [], fields: {}, parameters: {} };
  return { ...others, ...nothing, toErase: true };
}

/** The call stays, whom it went to does not. */
export function withoutPerson({ inbound, script: _script, ...attempt }: Attempt): Attempt {
  const emptied = { ...attempt, endpoint: '', parameters: {} };
  if (inbound === undefined) return emptied;
  const { callBack: _wish, answers: _answers, voicemails: _messages, waiting, ...call } = inbound;
  if (waiting === undefined) return { ...emptied, inbound: call };
  const { ticket: _ticket, ...waited } = waiting;
  return { ...emptied, inbound: { ...call, waiting: waited } };
}

const namesPerson = ({ endpoint: phone, parameters, inbound, script }: Attempt): boolean =>
  phone !== '' ||
  script !== undefined ||
  Object.keys(parameters).length > 0 ||
  inbound?.callBack !== undefined ||
  inbound?.answers !== undefined ||
  inbound?.voicemails !== undefined ||
  inbound?.waiting?.ticket !== undefined;

/** Keys of what the caller said, whether it was worth keeping or not. */
export const voicemailsOf = (attempt: Attempt): readonly string[] =>
  (attempt.inbound?.voicemails ?? []).map((_, n) => voicemailKey(attempt, n));

const soundOf = ({ content }: Message): string | undefined =>
  content.kind === 'email' ? content.recording?.key : undefined;

export function withoutText(content: MessageContent): MessageContent {
  const nothing = { to: '', text: '' };
  if (content.kind === 'sms') return { ...content, ...nothing };
  const { html: _, thread: __, quoted: ___, files: ____, ...others } = content;
  return { ...others, ...nothing, subject: '', cc: [], bcc: [] };
}

/**
 * An entry without what agents entered about the person; the same entry when it holds nothing of
 * the kind.
 */
export function withoutValues(entry: RecordEntry): RecordEntry {
  if (entry.type === 'script.answered')
    return Object.keys(entry.answers).length === 0 ? entry : { ...entry, answers: {} };
  if (entry.type !== 'record.classified' || Object.keys(entry.fields).length === 0) return entry;
  return { ...entry, fields: {} };
}

/** The rule that deleted the contact may have ordered it just before. */
function isPending({ state, orderedAt }: Message, now: Instant): boolean {
  return state === 'sending' || (state === 'ordered' && !isPast(plus(orderedAt, STILL_SENT), now));
}

function emptied(message: Message, now: Instant): Message {
  const after = {
    ...message,
    version: message.version + 1,
    content: withoutText(message.content),
  };
  if (message.state !== 'ordered') return after;
  return { ...after, state: 'failed', reason: NEVER_SENT, changedAt: now };
}

function givenUp({ id, state, content }: Message, at: Instant): readonly RecordEntry[] {
  if (state !== 'ordered') return [];
  return [{ type: 'message.failed', at, message: id, kind: content.kind, reason: NEVER_SENT }];
}
