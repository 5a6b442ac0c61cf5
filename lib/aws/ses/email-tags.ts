// What leads from a delivery event back to the message. SES allows letters, digits, _ and - in a
// tag's value; other characters of an id are written as _ and their two hexadecimal digits.
import type { MessageTag } from '@aws-sdk/client-sesv2';
import type { MessageId, RecordRef } from '../../domain/model/ids.ts';
import type { EventMail, Notice } from '../../domain/model/message.ts';

export function messageTags(
  message:
    | (RecordRef & { readonly id: MessageId })
    | Pick<Notice, 'campaign' | 'at' | 'supervisor'>
    | Pick<EventMail, 'campaign' | 'webhook' | 'delivery'>,
): MessageTag[] {
  const parts = partsOf(message);
  return Object.entries(parts).map(([Name, value]) => ({ Name, Value: toTag(value) }));
}

function partsOf(message: Parameters<typeof messageTags>[0]): Readonly<Record<string, string>> {
  const { campaign } = message;
  if ('record' in message) return { campaign, record: message.record, message: message.id };
  if ('delivery' in message) {
    return { campaign, webhook: message.webhook, delivery: message.delivery };
  }
  return { campaign, alert: message.at, supervisor: message.supervisor };
}

export const toTag = (value: string): string =>
  [...Buffer.from(value)]
    .map((byte) => {
      const char = String.fromCharCode(byte);
      return /[A-Za-z0-9-]/.test(char) ? char : `_${byte.toString(16).padStart(2, '0')}`;
    })
    .join('');

export const fromTag = (tag: string): string =>
  Buffer.from(
    tag.replaceAll(/_([0-9a-f]{2})/g, (_, hex: string) =>
      String.fromCharCode(Number.parseInt(hex, 16)),
    ),
    'latin1',
  ).toString();
