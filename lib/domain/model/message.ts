// A text message or e-mail of a record. Neither provider takes an idempotency token, so the intent
// is stored before the call and the provider's id after; what crashed in between is never sent
// again.
import type { Attempt } from './attempt.ts';
import {
  type AttemptId,
  type CampaignId,
  type MessageId,
  messageId,
  type RecordRef,
} from './ids.ts';
import type { Instant } from './instant.ts';

/**
 * ordered: to be sent · sending: the provider is being asked, outcome unknown until its answer or
 * its delivery event · sent: the provider took it · delivered / failed: the delivery event's word ·
 * unknown: no word came · withdrawn: taken back before it was sent · received: the person wrote it.
 */
export type MessageState =
  | 'ordered'
  | 'sending'
  | 'sent'
  | 'delivered'
  | 'failed'
  | 'unknown'
  | 'withdrawn'
  | 'received';

/**
 * What a provider says of the person behind an address: the mailbox does not exist, they reported
 * the e-mail as spam, or they want no texts.
 */
export type Objection = 'bounced' | 'complained' | 'opted-out';

export type MessageContent = TextContent | EmailContent;

export interface TextContent {
  readonly kind: 'sms';
  /** The person's number, whoever wrote it. */
  readonly to: string;
  /** The centre's number or name. */
  readonly from: string;
  readonly text: string;
}

export interface EmailContent {
  readonly kind: 'email';
  readonly to: string;
  /** Mailbox id of the centre. */
  readonly mailbox: string;
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly subject: string;
  readonly text: string;
  /** The same as HTML. */
  readonly html?: string;
  readonly attachments: readonly string[];
  /**
   * Ids of the e-mails before it in the conversation, the last one being the one it answers; of a
   * received one it is its own.
   */
  readonly thread?: readonly string[];
  /** Of a received one: what it quotes of those before it. */
  readonly quoted?: string;
  /** Of a received one: what came with it and is not kept. */
  readonly files?: readonly { readonly name: string; readonly size: number }[];
  /** A caller's message in the recordings bucket, attached under that name (INB-6). */
  readonly recording?: { readonly key: string; readonly name: string };
}

export interface Message extends RecordRef {
  /** Attempt and tile: the same rule run orders it once. */
  readonly id: MessageId;
  readonly version: number;
  readonly attempt?: AttemptId | undefined;
  /** The text of an SMS campaign: the campaign's gates are asked once more before it is sent. */
  readonly isContact?: true;
  /** Part of a contact the person is in, so no contact of its own (NEW-7). */
  readonly isAnswer?: true;
  readonly state: MessageState;
  readonly content: MessageContent;
  /**
   * Ordered: when its turn comes in the line it waits in, so that no rate of the provider is
   * exceeded.
   */
  readonly turn?: { readonly line: string; readonly at: Instant } | undefined;
  readonly providerId?: string;
  readonly reason?: string;
  /** The classifier given for it; of an e-mail that an agent wrote outside of a call (CLS-5). */
  readonly classifier?: string;
  /** Told once, however often the provider says it. */
  readonly objection?: Objection;
  readonly orderedAt: Instant;
  readonly changedAt: Instant;
}

const WRITTEN = 'written.';

/** @param chosen by whoever writes it: the same message again is the same one */
export const writtenId = (chosen: string): MessageId => messageId(`${WRITTEN}${chosen}`);

/** By a person at the centre, not by a rule or a classifier. */
export const isWritten = (id: MessageId): boolean => id.startsWith(WRITTEN);

/** An e-mail to a supervisor about an alert of a campaign (MON-6). */
export interface Notice {
  readonly campaign: CampaignId;
  /** Of the alert, ISO 8601. */
  readonly at: string;
  /** Id in the centre. */
  readonly supervisor: string;
  readonly content: EmailContent;
}

/** An e-mail about an event (WHK-4). */
export interface EventMail {
  readonly campaign: CampaignId;
  readonly webhook: string;
  readonly delivery: string;
  readonly content: EmailContent;
}

/**
 * A message that an attempt brings about. @param part what of the attempt orders it; it names the
 * message, so it is ordered once
 */
export function orderedMessage(
  { campaign, record, id }: RecordRef & Pick<Attempt, 'id'>,
  part: string,
  content: MessageContent,
  now: Instant,
): Message {
  return {
    campaign,
    record,
    id: messageId(`${id}.${part}`),
    version: 1,
    attempt: id,
    state: 'ordered',
    content,
    orderedAt: now,
    changedAt: now,
  };
}
