// A caller's message (IVR-23, INB-6): where it lies in the recording, and the e-mail that carries
// it. The e-mail is a message like any other, so it is sent once, intent first, and its delivery
// shows on the timeline.

import type { Definitions } from '../../language/definitions.ts';
import type { Language } from '../../language/schema/basics.ts';
import { blockOf } from '../calls/inbound-setting.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import { type ContactId, contactId } from '../model/ids.ts';
import type { VoicemailMark } from '../model/inbound-call.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import { type Message, type MessageContent, orderedMessage } from '../model/message.ts';
import type { CampaignRecord } from '../model/record.ts';
import { momentIn } from '../model/time-zone.ts';
import { changed, nextVersion } from '../records/record-changes.ts';

/** Seconds under which there is nothing to hear but the tone and the receiver put down. */
export const SHORTEST_MESSAGE = 1;

/** Connect names recordings <contact>_<moment>_….wav, in folders by day. */
export function contactOfRecording(key: string): ContactId | undefined {
  const [, contact] = /(?:^|\/)([^/_]+)_[^/]*\.wav$/.exec(key) ?? [];
  return contact === undefined ? undefined : contactId(contact);
}

/**
 * Seconds from the beginning of the recording at which the message begins and ends.
 * @param begunAt when the recording began; without it the recording is taken to end with the
 *   message or the call
 * @param length seconds of the recording
 */
export function messagePosition(
  mark: VoicemailMark,
  attempt: Attempt,
  begunAt: Instant | undefined,
  length: number,
): { readonly from: number; readonly to: number } {
  const over = mark.end ?? attempt.timestamps.disconnected;
  const marks = attempt.inbound?.voicemails ?? [];
  const last = marks.at(-1)?.end ?? attempt.timestamps.disconnected;
  const start = begunAt ?? (last === undefined ? undefined : last - length * 1000);
  if (start === undefined) return { from: 0, to: length };
  const seconds = (at: number) => Math.max(0, (at - start) / 1000);
  return { from: seconds(mark.begin), to: over === undefined ? length : seconds(over) };
}

/** Where the message goes; undefined when the definitions, by now, name nobody. */
function voicemailReceiver(
  definitions: Definitions,
  attempt: Attempt,
  mark: VoicemailMark,
): { readonly to: string; readonly mailbox: string } | undefined {
  const voicemail = definitions.campaigns[attempt.campaign]?.channels.inbound?.voicemail;
  const block = blockOf(definitions, attempt.inbound?.ivr ?? '', mark.block, 'voicemail');
  const to = block?.to ?? voicemail?.to;
  const mailbox = voicemail?.mailbox ?? Object.keys(definitions.centre.mailboxes)[0];
  return to === undefined || mailbox === undefined ? undefined : { to, mailbox };
}

export interface TakenMessage {
  /** Which of the call's marks. */
  readonly n: number;
  readonly key: string;
  readonly seconds: number;
  readonly now: Instant;
}

/** The mark is handled, once; undefined when it was before. */
export function takeMessage(
  record: CampaignRecord,
  attempt: Attempt,
  taken: TakenMessage,
  definitions: Definitions,
): Change | undefined {
  const { n, key, now } = taken;
  const seconds = Math.round(taken.seconds);
  const mark = attempt.inbound?.voicemails?.[n];
  if (attempt.inbound === undefined || mark === undefined || mark.handled) return undefined;
  const voicemails = attempt.inbound.voicemails?.with(n, { ...mark, handled: true }) ?? [];
  const empty = taken.seconds < SHORTEST_MESSAGE;
  const message = empty ? undefined : messageOf(attempt, mark, taken, definitions);
  const takenEntry: RecordEntry = {
    type: 'voicemail.taken',
    at: now,
    attempt: attempt.id,
    key,
    seconds,
  };
  return {
    before: record,
    after: changed(record, now),
    entries: empty ? [] : [takenEntry, orderedEntry(attempt, message, now)],
    attempt: {
      before: attempt,
      after: nextVersion({ ...attempt, inbound: { ...attempt.inbound, voicemails } }),
    },
    messages: message && [{ before: undefined, after: message }],
  };
}

function orderedEntry({ id }: Attempt, message: Message | undefined, at: Instant): RecordEntry {
  const kind = 'email';
  return message === undefined
    ? { type: 'message.not-ordered', at, kind, because: 'nobody is named for messages of callers' }
    : { type: 'message.ordered', at, message: message.id, kind, attempt: id };
}

function messageOf(
  attempt: Attempt,
  mark: VoicemailMark,
  { n, key, seconds, now }: TakenMessage,
  definitions: Definitions,
): Message | undefined {
  const receiver = voicemailReceiver(definitions, attempt, mark);
  if (receiver === undefined) return undefined;
  const { centre, campaigns, ivrs } = definitions;
  const language = ivrs[attempt.inbound?.ivr ?? '']?.language ?? centre.languages[0] ?? 'en';
  const campaign = campaigns[attempt.campaign]?.name ?? attempt.campaign;
  const at = momentIn(centre.timeZone, mark.begin);
  const words = WORDS[language];
  const from = attempt.endpoint === '' ? words.withheld : attempt.endpoint;
  const content: MessageContent = {
    kind: 'email',
    ...receiver,
    cc: [],
    bcc: [],
    subject: words.subject(campaign),
    text: words.text({ campaign, from, at, length: minutes(seconds) }),
    attachments: [],
    recording: { key, name: `${at.replaceAll(/[ :]/g, '-')}.wav` },
  };
  return orderedMessage(attempt, `voicemail-${n + 1}`, content, now);
}

interface MailFacts {
  readonly campaign: string;
  readonly from: string;
  readonly at: string;
  readonly length: string;
}

interface Words {
  readonly withheld: string;
  readonly subject: (campaign: string) => string;
  readonly text: (facts: MailFacts) => string;
}

/** Read by whoever works at the centre, in the language its callers are spoken to (NEW-15). */
const WORDS: Readonly<Record<Language, Words>> = {
  en: {
    withheld: 'a withheld number',
    subject: (campaign) => `A message from a caller: ${campaign}`,
    text: ({ from, at, length }) =>
      `A caller left a message on ${at}. It is attached, ${length} long.\n\nNumber: ${from}\n`,
  },
  pl: {
    withheld: 'numer zastrzeżony',
    subject: (campaign) => `Wiadomość głosowa: ${campaign}`,
    text: ({ from, at, length }) =>
      `Dnia ${at} nagrano wiadomość głosową. Jest w załączniku, trwa ${length}.\n\nNumer: ${from}\n`,
  },
  cs: {
    withheld: 'skryté číslo',
    subject: (campaign) => `Hlasová zpráva: ${campaign}`,
    text: ({ from, at, length }) =>
      `Dne ${at} zanechal volající vzkaz. Je v příloze, délka ${length}.\n\nČíslo: ${from}\n`,
  },
};

/** 83 to "1:23". */
const minutes = (seconds: number): string => {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
};
