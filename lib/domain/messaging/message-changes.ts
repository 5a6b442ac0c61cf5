// The states of a message and the change that takes it from one to the next. The first final word
// stays: a provider that reports a failure after a delivery changes nothing.

import type { Change } from '../model/change.ts';
import type { Instant } from '../model/instant.ts';
import type { RecordEntry } from '../model/journal.ts';
import type { Message, MessageState } from '../model/message.ts';
import type { CampaignRecord } from '../model/record.ts';
import { withoutText } from '../records/erasure.ts';
import { changed } from '../records/record-changes.ts';

export type MessageMove =
  | { readonly to: 'sending' | 'ordered' | 'unknown' }
  | { readonly to: 'sent' | 'delivered'; readonly providerId?: string }
  | { readonly to: 'failed'; readonly reason: string; readonly providerId?: string };

/**
 * From where a move may start. 'ordered' after 'sending': the provider refused for the moment, for
 * certain.
 */
const FROM: Readonly<Record<MessageMove['to'], readonly MessageState[]>> = {
  ordered: ['sending'],
  sending: ['ordered'],
  sent: ['sending', 'unknown'],
  delivered: ['ordered', 'sending', 'sent', 'unknown'],
  failed: ['ordered', 'sending', 'sent', 'unknown'],
  unknown: ['sending'],
};

export const mayMove = (message: Message, { to }: MessageMove): boolean =>
  FROM[to].includes(message.state);

export function moveMessage(
  record: CampaignRecord,
  message: Message,
  move: MessageMove,
  now: Instant,
): Change {
  const providerId = 'providerId' in move ? move.providerId : undefined;
  const isOut = move.to !== 'sending' && move.to !== 'ordered';
  const after: Message = {
    ...message,
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
    after: changed(record, now),
    entries: entriesOf(message, move, now),
    messages: [{ before: message, after }],
  };
}

function entriesOf(message: Message, move: MessageMove, at: Instant): readonly RecordEntry[] {
  const told = { at, message: message.id, kind: message.content.kind };
  switch (move.to) {
    case 'ordered':
    case 'sending':
      return [];
    case 'sent':
      return [{ type: 'message.sent', ...told }];
    case 'delivered':
      return [{ type: 'message.delivered', ...told }];
    case 'failed':
      return [{ type: 'message.failed', ...told, reason: move.reason }];
    case 'unknown':
      return [{ type: 'message.unknown', ...told }];
  }
}
