// A standard queue on simulated time. Emulators on the market read the wall clock, so a delay of
// fifteen minutes would take fifteen minutes; see docs/decisions/0002-own-sqs-on-simulated-time.md.
import { randomUUID } from 'node:crypto';
import type { Cancel } from '../../simulation/virtual-clock.ts';
import { AwsError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { SimulatedTime } from '../time.ts';
import { AvailableMessages } from './available-messages.ts';
import type { MessageAttribute, SqsMessage } from './sqs-message.ts';

export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Seconds. */
  readonly delay: number;
  /** Seconds. */
  readonly visibilityTimeout: number;
  /** Retention period, seconds; a message keeps its age when it moves to the dead-letter queue. */
  readonly retention: number;
  /** Redrive policy: after `maxReceiveCount` receives a message moves to the dead-letter queue. */
  readonly redrive: { readonly target: string; readonly maxReceiveCount: number } | undefined;
}

export interface NewMessage {
  readonly body: string;
  readonly attributes?: Readonly<Record<string, MessageAttribute>>;
  readonly group?: string | undefined;
  readonly sender: string;
  /** Seconds; the queue's own delay when left out. */
  readonly delay?: number | undefined;
}

interface InFlightMessage {
  readonly message: SqsMessage;
  readonly cancel: Cancel;
}

export class SqsQueue {
  readonly settings: QueueSettings;
  private readonly time: SimulatedTime;
  private readonly faults: Faults;
  private readonly available = new AvailableMessages();
  private readonly delayed = new Map<SqsMessage, Cancel>();
  private readonly inFlight = new Map<string, InFlightMessage>();
  private readonly listeners: (() => void)[] = [];
  private readonly findQueue: (arn: string) => SqsQueue;

  constructor(
    settings: QueueSettings,
    parts: {
      readonly time: SimulatedTime;
      readonly faults: Faults;
      readonly findQueue: (arn: string) => SqsQueue;
    },
  ) {
    this.settings = settings;
    this.time = parts.time;
    this.faults = parts.faults;
    this.findQueue = parts.findQueue;
  }

  /** Calls the listener whenever a message becomes available. */
  onAvailable(listener: () => void): void {
    this.listeners.push(listener);
    if (this.available.size > 0) listener();
  }

  counts(): { readonly available: number; readonly delayed: number; readonly inFlight: number } {
    return {
      available: this.available.size,
      delayed: this.delayed.size,
      inFlight: this.inFlight.size,
    };
  }

  /**
   * Seconds since the oldest message was sent. As on AWS, messages received more than three times
   * do not count, nor do those that are still delayed.
   */
  ageOfOldest(): number {
    const received = [...this.inFlight.values()].map(({ message }) => message);
    const counted = [...this.available.all(), ...received].filter((each) => each.receiveCount <= 3);
    const oldest = counted.reduce((least, { sentAt }) => Math.min(least, sentAt), this.time.now());
    return (this.time.now() - oldest) / 1000;
  }

  /** The available messages, without receiving them; for tests and tools. */
  peek(): readonly SqsMessage[] {
    return this.available.all();
  }

  send(input: NewMessage): SqsMessage {
    const message = this.newMessage(input);
    const { copies = 1, delay = 0 } =
      this.faults.onDelivery?.({
        to: 'sqs',
        target: this.settings.arn,
        id: message.id,
        body: message.body,
      }) ?? {};
    const wait = (input.delay ?? this.settings.delay) * 1000 + delay;
    this.enqueue(message, wait);
    for (let copy = 1; copy < copies; copy++) this.enqueue({ ...message }, wait);
    return message;
  }

  receive(max: number, visibilityTimeout = this.settings.visibilityTimeout): readonly SqsMessage[] {
    const received: SqsMessage[] = [];
    while (received.length < max) {
      const message = this.available.dequeue();
      if (!message) break;
      if (this.isExpired(message)) continue;
      if (this.hasReachedMaxReceives(message)) this.moveToDeadLetterQueue(message);
      else received.push(this.startReceive(message, visibilityTimeout));
    }
    return received;
  }

  /** As on AWS, deleting with an outdated receipt handle succeeds and does nothing. */
  delete(receiptHandle: string): void {
    const received = this.inFlight.get(receiptHandle);
    if (!received) return;
    received.cancel();
    this.inFlight.delete(receiptHandle);
  }

  changeVisibility(receiptHandle: string, seconds: number): void {
    const received = this.inFlight.get(receiptHandle);
    if (!received) throw new AwsError('MessageNotInflight', 'the message is not in flight');
    received.cancel();
    if (seconds === 0) this.makeVisible(receiptHandle);
    else this.hide(received.message, receiptHandle, seconds);
  }

  purge(): void {
    for (const cancel of this.delayed.values()) cancel();
    for (const received of this.inFlight.values()) received.cancel();
    this.delayed.clear();
    this.inFlight.clear();
    this.available.clear();
  }

  private newMessage({ body, attributes = {}, group, sender }: NewMessage): SqsMessage {
    return {
      id: randomUUID(),
      body,
      attributes,
      group,
      sender,
      sentAt: this.time.now(),
      receiveCount: 0,
      firstReceivedAt: undefined,
      receiptHandle: '',
    };
  }

  private enqueue(message: SqsMessage, delay: number): void {
    if (delay <= 0) {
      this.makeAvailable(message);
      return;
    }
    const becomeAvailable = () => {
      this.delayed.delete(message);
      this.makeAvailable(message);
    };
    this.delayed.set(message, this.time.after(delay, becomeAvailable));
  }

  private makeAvailable(message: SqsMessage): void {
    this.available.enqueue(message);
    for (const listener of this.listeners) listener();
  }

  /** Counts the receive and hides the message for the visibility timeout. */
  private startReceive(message: SqsMessage, visibilityTimeout: number): SqsMessage {
    message.receiveCount++;
    message.firstReceivedAt ??= this.time.now();
    message.receiptHandle = `${message.id}.${message.receiveCount}.${randomUUID()}`;
    const received = { ...message };
    if (visibilityTimeout === 0) this.enqueue(message, 1);
    else this.hide(message, message.receiptHandle, visibilityTimeout);
    return received;
  }

  private hide(message: SqsMessage, receiptHandle: string, seconds: number): void {
    const cancel = this.time.after(seconds * 1000, () => this.makeVisible(receiptHandle));
    this.inFlight.set(receiptHandle, { message, cancel });
  }

  /** The visibility timeout is over, or was set to 0: the message can be received again. */
  private makeVisible(receiptHandle: string): void {
    const received = this.inFlight.get(receiptHandle);
    if (!received) return;
    received.cancel();
    this.inFlight.delete(receiptHandle);
    this.makeAvailable(received.message);
  }

  // Checked on receive: a timer per message would keep a run from being quiet for days.
  private isExpired({ sentAt }: SqsMessage): boolean {
    return this.time.now() - sentAt > this.settings.retention * 1000;
  }

  private hasReachedMaxReceives(message: SqsMessage): boolean {
    const { redrive } = this.settings;
    return redrive !== undefined && message.receiveCount >= redrive.maxReceiveCount;
  }

  private moveToDeadLetterQueue(message: SqsMessage): void {
    const { redrive } = this.settings;
    if (redrive) this.findQueue(redrive.target).enqueue({ ...message }, 0);
  }
}
