// What left the cloud for people: text messages and e-mail. Kept for reading, and settled by
// delivery events as AWS would send them; a hook lets a simulation decide which of them fail.

export interface TextMessage {
  readonly kind: 'sms';
  readonly id: string;
  /** Simulated epoch ms. */
  readonly at: number;
  readonly from: string;
  readonly to: string;
  readonly text: string;
  readonly parts: number;
  readonly context: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
}

interface Attached {
  readonly name: string;
  readonly content: Buffer;
}

export interface SentEmail {
  readonly kind: 'email';
  readonly id: string;
  /** Simulated epoch ms. */
  readonly at: number;
  readonly from: string;
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly bcc: readonly string[];
  readonly replyTo: readonly string[];
  readonly subject: string;
  readonly text: string | undefined;
  readonly html: string | undefined;
  readonly attachments: readonly Attached[];
  /** Those beside the usual ones. */
  readonly headers: Readonly<Record<string, string>>;
  readonly tags: Readonly<Record<string, string>>;
  readonly configurationSet: string | undefined;
}

/**
 * One delivery event of a text message, e.g. TEXT_DELIVERED, so many simulated ms after sending.
 */
interface TextFate {
  readonly eventType: string;
  readonly after: number;
}

/** What becomes of an e-mail after SES took it, so many simulated ms later. */
export type EmailOutcome =
  | { readonly kind: 'delivered'; readonly after: number }
  | {
      readonly kind: 'bounced';
      readonly after: number;
      readonly bounceType: 'Permanent' | 'Transient';
    }
  | { readonly kind: 'complained'; readonly after: number }
  | { readonly kind: 'rejected'; readonly after: number };

/** What becomes of messages; the last event of a text message is its final one. */
export interface Recipients {
  readonly text: (message: TextMessage) => readonly TextFate[];
  readonly email: (message: SentEmail) => EmailOutcome;
}

/** Every message is delivered. */
const REACHABLE: Recipients = {
  text: () => [
    { eventType: 'TEXT_SUCCESSFUL', after: 1000 },
    { eventType: 'TEXT_DELIVERED', after: 3000 },
  ],
  email: () => ({ kind: 'delivered', after: 2000 }),
};

/** Bytes of one part that SES bills of received e-mails; only whole ones count. */
const CHUNK = 256 * 1024;

export class Outbox {
  /** Set it to let a simulation decide. */
  recipients: Recipients = REACHABLE;
  /** The opt-out list of the account: numbers that get no text messages. */
  readonly optedOut = new Set<string>();
  /** E-mails SES has taken in, and what it bills of their size. */
  received = { emails: 0, chunks: 0 };
  private readonly kept: (TextMessage | SentEmail)[] = [];
  private readonly listeners: ((message: TextMessage | SentEmail) => void)[] = [];

  add(message: TextMessage | SentEmail): void {
    this.kept.push(message);
    for (const listener of this.listeners) listener(message);
  }

  /** SES has taken in an e-mail of so many bytes. */
  receive(bytes: number): void {
    const { emails, chunks } = this.received;
    this.received = { emails: emails + 1, chunks: chunks + Math.floor(bytes / CHUNK) };
  }

  onMessage(listener: (message: TextMessage | SentEmail) => void): void {
    this.listeners.push(listener);
  }

  messages(): readonly (TextMessage | SentEmail)[] {
    return [...this.kept];
  }

  texts(): readonly TextMessage[] {
    return this.kept.filter((message) => message.kind === 'sms');
  }

  emails(): readonly SentEmail[] {
    return this.kept.filter((message) => message.kind === 'email');
  }
}
