// The states of a message and the change that takes it from one to the next. The first final word
// stays: a provider that reports a failure after a delivery changes nothing.

import type { BlockedBy } from '../ledger/ledger-gates.ts';
import type { Change } from '../model/change.ts';
import type { Gate } from '../model/gate.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import type { Message, MessageState, Objection } from '../model/message.ts';
import type { CampaignRecord } from '../model/record.ts';
import { withoutText } from '../records/erasure.ts';
import { changed } from '../records/record-changes.ts';

export type MessageMove =
  | { readonly to: 'sending' | 'unknown' }
  /** It may not be sent now; its record is contacted another time. */
  | { readonly to: 'withdrawn'; readonly gates: readonly Gate[] }
  /** The provider refused for the moment, for certain. */
  | { readonly to: 'ordered'; readonly from: 'sending' }
  /** It waits for its turn, or is ordered again. */
  | { readonly to: 'ordered'; readonly from: 'ordered'; readonly turn?: Message['turn'] }
  | { readonly to: 'sent' | 'delivered'; readonly providerId?: string }
  | {
      readonly to: 'failed';
      readonly reason: string;
      readonly providerId?: string;
      /** It was not sent, because its person may not be written to. */
      readonly blocked?: BlockedBy | 'cap';
    };

/**
 * From where a move may start; one back to 'ordered' says so itself, for what may have been sent
 * must not get there.
 */
const FROM: Readonly<Record<Exclude<MessageMove['to'], 'ordered'>, readonly MessageState[]>> = {
  sending: ['ordered'],
  sent: ['sending', 'unknown'],
  delivered: ['ordered', 'sending', 'sent', 'unknown'],
  failed: ['ordered', 'sending', 'sent', 'unknown'],
  unknown: ['sending'],
  withdrawn: ['ordered'],
};

export const mayMove = ({ state }: Message, move: MessageMove): boolean =>
  move.to === 'ordered' ? state === move.from : FROM[move.to].includes(state);

export function moveMessage(
  record: CampaignRecord,
  message: Message,
  move: MessageMove,
  now: Instant,
): Change {
  const providerId = 'providerId' in move ? move.providerId : undefined;
  const isOut = move.to !== 'sending' && move.to !== 'ordered';
  const { turn: _, ...rest } = message;
  const turn = 'turn' in move ? move.turn : undefined;
  const after: Message = {
    ...rest,
    turn,
    version: message.version + 1,
    state: move.to,
    changedAt: now,
    ...(providerId !== undefined && { providerId }),
    ...(move.to === 'failed' && { reason: move.reason }),
    // nothing needs its text any more, and its contact was deleted
    ...(isOut && record.state === 'deleted' && { content: withoutText(message.content) }),
  };
  return {
    before: record,
    // what is only ours to know concerns no record: its messages have versions of their own
    after: isOut ? changed(record, now) : record,
    entries: entriesOf(message, move, now),
    messages: [{ before: message, after }],
  };
}

/** @returns undefined where it is told already */
export function noteObjection(
  record: CampaignRecord,
  message: Message,
  objection: Objection,
  at: Instant,
): Change | undefined {
  if (message.objection === objection) return undefined;
  const { id, version, content } = message;
  return {
    before: record,
    after: changed(record, at),
    entries: [{ type: `message.${objection}`, at, message: id, kind: content.kind }],
    messages: [{ before: message, after: { ...message, version: version + 1, objection } }],
  };
}

function entriesOf(message: Message, move: MessageMove, at: Instant): readonly RecordEntry[] {
  const about = { at, message: message.id, kind: message.content.kind };
  switch (move.to) {
    case 'ordered':
    case 'sending':
      return [];
    case 'sent':
      return [{ type: 'message.sent', ...about }];
    case 'delivered':
      return [{ type: 'message.delivered', ...about }];
    case 'failed':
      return [{ type: 'message.failed', ...about, reason: move.reason, blocked: move.blocked }];
    case 'unknown':
      return [{ type: 'message.unknown', ...about }];
    case 'withdrawn':
      // the record says that it is put off, and why
      return [];
  }
}
