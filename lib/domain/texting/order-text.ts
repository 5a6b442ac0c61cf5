// From a due record to a text message ordered. The order takes the record until the message has
// left, so that nobody is written to twice, and what is ordered can be taken back when the campaign
// pauses.

import { messageFor } from '../messaging/message-text.ts';
import { transliterated } from '../messaging/transliterate.ts';
import type { Attempt } from '../model/attempt.ts';
import type { Change } from '../model/change.ts';
import type { Gate } from '../model/gate.ts';
import type { AttemptId } from '../model/ids.ts';
import { type Instant, plus } from '../model/instant.ts';
import { mask } from '../model/mask.ts';
import { orderedMessage } from '../model/message.ts';
import { type CampaignRecord, parametersOf } from '../model/record.ts';
import { changed, lease, newAttempt, setAside } from '../records/record-changes.ts';
import type { TextSetting } from './text-setting.ts';

/** Part of the id of the message, beside the attempt's. */
const PART = 'text';
/**
 * Seconds an order may take: messages wait in line for the account's rate, and the sweeper looks
 * after those that hang (messaging/hanging.ts).
 */
const TEXT_WAITS = 5 * 86_400;

export interface TextOrder {
  readonly attempt: AttemptId;
  readonly phone: string;
  readonly text: string;
  /** The centre's number or name. */
  readonly from: string;
  readonly gates: readonly Gate[];
  readonly now: Instant;
}

export function orderText(record: CampaignRecord, order: TextOrder): Change {
  const { attempt: id, phone, from, text, gates, now } = order;
  const attempt: Attempt = newAttempt(record, {
    id,
    channel: 'sms',
    direction: 'outbound',
    endpoint: phone,
    sender: from,
    now,
  });
  const content = { kind: 'sms', to: phone, from, text } as const;
  const message = { ...orderedMessage(attempt, PART, content, now), isContact: true } as const;
  const deadline = plus(now, TEXT_WAITS);
  return {
    before: record,
    after: changed(lease(record, { attempt: id, phase: 'ordered', since: now, deadline }), now),
    entries: [
      {
        type: 'message.ordered',
        at: now,
        message: message.id,
        kind: 'sms',
        attempt: id,
        gates,
        phoneEnds: mask(phone),
      },
    ],
    attempt: { before: undefined, after: attempt },
    messages: [{ before: undefined, after: message }],
  };
}

/** What the person is to read, or why there is nothing. */
export function textFor(
  record: CampaignRecord,
  { sms }: Pick<TextSetting, 'sms'>,
): { readonly text: string } | { readonly because: string } {
  const scope = { ...record.fields, parameters: parametersOf(record) };
  const text = messageFor(sms.text, scope);
  if (text === undefined) return { because: 'the record’s values break the template' };
  if (text === '') return { because: 'the text came out empty' };
  return { text: sms.transliterate ? transliterated(text) : text };
}

/** There is nothing to write to this person. */
export function cannotWrite(record: CampaignRecord, because: string, now: Instant): Change {
  return {
    before: record,
    after: changed(setAside(record), now),
    entries: [
      { type: 'message.not-ordered', at: now, kind: 'sms', because },
      { type: 'record.set-aside', at: now, because },
    ],
  };
}

/**
 * The sender for a person: with several numbers always the same one, by a hash (FNV-1a), so that a
 * conversation stays together.
 */
export function senderFor(
  phone: string,
  from: string,
  numbers: readonly string[],
): string | undefined {
  if (from !== 'random') return from;
  let hash = 0x811c9dc5;
  for (let i = 0; i < phone.length; i++) {
    hash = Math.imul(hash ^ phone.charCodeAt(i), 0x01000193) >>> 0;
  }
  return numbers[hash % Math.max(1, numbers.length)];
}
