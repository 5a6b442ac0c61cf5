// Text messages and e-mails that stay here: each accepted message is kept and given a provider's
// id.

import type {
  Along,
  EmailSender,
  Sent,
  Unsubscribing,
} from '../../application/ports/message-sender.ts';
import type { EventMail, Message, Notice } from '../../domain/model/message.ts';

export interface MemorySender extends EmailSender {
  readonly sent: readonly Message[];
  /** E-mails to supervisors. */
  readonly notices: readonly Notice[];
  /** E-mails about events. */
  readonly events: readonly EventMail[];
  /** What went along with marketing e-mails. */
  readonly unsubscribable: readonly Unsubscribing[];
  /** Addresses that e-mails are answered to. */
  readonly answerable: readonly string[];
  /** The provider refuses this address from now on; `optedOut`: because the person wants it so. */
  refuse(address: string, reason: string, optedOut?: boolean): void;
}

export type OnSent = (message: Message | Notice, providerId: string, along: Along) => void;

/**
 * @param onSent called for every accepted message, e.g. to report its delivery later
 * @param kept false: accepted messages are counted, not kept
 */
export function memorySender(
  kind: Message['content']['kind'],
  onSent: OnSent = () => {},
  { kept = true } = {},
): MemorySender {
  const sent: Message[] = [];
  const notices: Notice[] = [];
  const events: EventMail[] = [];
  const unsubscribable: Unsubscribing[] = [];
  const answerable: string[] = [];
  const refused = new Map<string, Sent>();
  let count = 0;
  return {
    sent,
    notices,
    events,
    unsubscribable,
    answerable,
    refuse(address, reason, optedOut) {
      refused.set(address, { kind: 'rejected', reason, optedOut });
    },
    async send(message, along = {}): Promise<Sent> {
      const refusal = refused.get(message.content.to);
      if (refusal !== undefined) return refusal;
      const providerId = `${kind}-${++count}`;
      if ('delivery' in message) {
        events.push(message);
        return { kind: 'accepted', providerId };
      }
      if ('supervisor' in message) notices.push(message);
      else if (kept) sent.push(message);
      if (along.unsubscribing !== undefined) unsubscribable.push(along.unsubscribing);
      if (along.replyTo !== undefined && kept) answerable.push(along.replyTo);
      onSent(message, providerId, along);
      return { kind: 'accepted', providerId };
    },
  };
}
