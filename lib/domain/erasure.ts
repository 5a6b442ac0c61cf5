// What is left of a contact that was deleted (CBR-15): the record is emptied at once, in the rule's transaction, and marked;
// its earlier attempts, its messages and the values in its journal follow in steps, because a transaction takes a hundred
// items. A step that was done finds nothing more to do, so whoever dies on the way is followed by the sweeper.
import type { Attempt } from './attempt.ts';
import { untilCommitted } from './contention.ts';
import type { RecordRef } from './ids.ts';
import { voicemailKey } from './inbound/voicemail.ts';
import { type Instant, plus } from './instant.ts';
import type { RecordEntry } from './journal.ts';
import type { Message, MessageContent } from './message.ts';
import type { Change, Kept, Ports } from './ports.ts';
import type { CampaignRecord } from './record.ts';
import { changed, nextVersion } from './record-changes.ts';

/** Messages emptied in one transaction, beside the record, an attempt, their entries and the counters. */
const MESSAGES_AT_ONCE = 40;
/** Seconds an ordered message may still be sent: as long as the dead-letter queue keeps its order. */
const STILL_SENT = 14 * 86_400;
const NEVER_SENT = 'the contact was deleted before it was sent';

/** @returns whether nothing that tells of the person is left */
export async function eraseContact(
  ref: RecordRef,
  ports: Pick<Ports, 'clock' | 'records' | 'journal' | 'voicemails'>,
): Promise<boolean> {
  await ports.journal.forgetValues(ref);
  for (;;) {
    const step = await untilCommitted(`record ${ref.record}`, async () => {
      const [record, kept] = await Promise.all([ports.records.load(ref), ports.records.kept(ref)]);
      if (record?.toErase === undefined) return 'erased';
      const change = eraseSome(record, kept, ports.clock.now());
      if (change === undefined) return 'waits for a message';
      // first the sound: an attempt that names none any more would leave it to nobody
      const keys = change.attempt?.before === undefined ? [] : voicemailsOf(change.attempt.before);
      await Promise.all(keys.map((key) => ports.voicemails.erase(key)));
      return (await ports.records.commit(change)) === 'committed' ? 'one step on' : 'conflict';
    });
    if (step !== 'one step on') return step === 'erased';
  }
}

/** The next step; undefined while nothing is left but messages that are still to be sent. */
function eraseSome(record: CampaignRecord, kept: Kept, now: Instant): Change | undefined {
  const attempts = kept.attempts.filter(tellsOfPerson);
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
    ...(attempt && { attempt: { before: attempt, after: nextVersion(withoutPerson(attempt)) } }),
    messages: due.map((before) => ({ before, after: emptied(before, now) })),
  };
}

/** The call stays, whom it went to does not. */
export function withoutPerson({ inbound, ...attempt }: Attempt): Attempt {
  const emptied = { ...attempt, phone: '', parameters: {} };
  if (inbound === undefined) return emptied;
  const { callBack: _wish, answers: _answers, voicemails: _messages, waiting, ...call } = inbound;
  if (waiting === undefined) return { ...emptied, inbound: call };
  const { ticket: _ticket, ...waited } = waiting;
  return { ...emptied, inbound: { ...call, waiting: waited } };
}

const tellsOfPerson = ({ phone, parameters, inbound }: Attempt): boolean =>
  phone !== '' ||
  Object.keys(parameters).length > 0 ||
  inbound?.callBack !== undefined ||
  inbound?.answers !== undefined ||
  inbound?.voicemails !== undefined ||
  inbound?.waiting?.ticket !== undefined;

/** Keys of what the caller said, whether it was worth keeping or not. */
const voicemailsOf = (attempt: Attempt): readonly string[] =>
  (attempt.inbound?.voicemails ?? []).map((_, n) => voicemailKey(attempt, n));

const soundOf = ({ content }: Message): string | undefined =>
  content.kind === 'email' ? content.recording?.key : undefined;

export function withoutText(content: MessageContent): MessageContent {
  const nothing = { to: '', text: '' };
  return content.kind === 'sms'
    ? { ...content, ...nothing }
    : { ...content, ...nothing, subject: '', cc: [], bcc: [] };
}

/** An entry without what agents entered about the person; the same entry when it holds nothing of the kind. */
export function withoutValues(entry: RecordEntry): RecordEntry {
  if (entry.type !== 'record.classified' || Object.keys(entry.fields).length === 0) return entry;
  return { ...entry, fields: {} };
}

/** The rule that deleted the contact may have ordered it just before. */
function isPending({ state, orderedAt }: Message, now: Instant): boolean {
  return state === 'sending' || (state === 'ordered' && plus(orderedAt, STILL_SENT) > now);
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
