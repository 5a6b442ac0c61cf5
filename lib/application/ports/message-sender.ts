import type { EventMail, Message, Notice } from '../../domain/model/message.ts';

/**
 * rejected: final, nothing was sent. Anything unclear raises MessagingUnavailable only when nothing
 * was sent for certain.
 */
export type Sent =
  | { readonly kind: 'accepted'; readonly providerId: string }
  | {
      readonly kind: 'rejected';
      readonly reason: string;
      /** The provider has the recipient on its list of people who want no messages. */
      readonly optedOut?: boolean | undefined;
    };

export interface SmsSender {
  send(message: Message): Promise<Sent>;
}

/** What goes along with a marketing e-mail. */
export interface Unsubscribing {
  /** Reached by one click, and by a person. */
  readonly url: string;
  /** Text of the link. */
  readonly label: string;
}

/** What an e-mail carries beside what it says. */
export interface Along {
  readonly unsubscribing?: Unsubscribing | undefined;
  /** Where answers go, in place of the mailbox. */
  readonly replyTo?: string | undefined;
}

export interface EmailSender {
  send(message: Message | Notice | EventMail, along?: Along): Promise<Sent>;
}
