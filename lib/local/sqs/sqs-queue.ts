// A standard queue on simulated time. Emulators on the market read the wall clock, so a delay of fifteen
// minutes would take fifteen minutes; see docs/decisions/0002-own-sqs-on-simulated-time.md.
import { randomUUID } from 'node:crypto';
import type { Cancel } from '../../simulation/virtual-clock.ts';
import { AwsError } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { SimulatedTime } from '../time.ts';
import { AvailableMessages } from './available-messages.ts';
import type { MessageAttribute, QueueMessage } from './queue-message.ts';

export interface QueueSettings {
  readonly name: string;
  readonly arn: string;
  readonly url: string;
  /** Seconds. */
  readonly delay: number;
  /** Seconds. */
  readonly visibilityTimeout: number;
  /** Seconds a message lives; it keeps its age when it moves to the dead letters. */
  readonly retention: number;
  /** Where a message goes instead of being received once more than `maxReceiveCount` times. */
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

interface InFlight {
  readonly message: QueueMessage;
  readonly cancel: Cancel;
}

export class SqsQueue {
  readonly settings: QueueSettings;
  private readonly time: SimulatedTime;
  private readonly faults: Faults;
  private readonly ready = new AvailableMessages();
  private readonly delayed = new Map<QueueMessage, Cancel>();
  private readonly inFlight = new Map<string, InFlight>();
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

  /** Called whenever a message may be received. */
  onReady(listener: () => void): void {
    this.listeners.push(listener);
    if (this.ready.size > 0) listener();
  }

  counts(): { readonly ready: number; readonly delayed: number; readonly inFlight: number } {
    return { ready: this.ready.size, delayed: this.delayed.size, inFlight: this.inFlight.size };
  }

  /** Without receiving anything, for tests and tools. */
  peek(): readonly QueueMessage[] {
    return this.ready.all();
  }

  send(input: NewMessage): QueueMessage {
    const message = this.newMessage(input);
    const { copies = 1, delay = 0 } =
      this.faults.onDelivery?.({
        to: 'sqs',
        target: this.settings.arn,
        id: message.id,
        body: message.body,
      }) ?? {};
    const wait = (input.delay ?? this.settings.delay) * 1000 + delay;
    this.put(message, wait);
    for (let copy = 1; copy < copies; copy++) this.put({ ...message }, wait);
    return message;
  }

  receive(
    max: number,
    visibilityTimeout = this.settings.visibilityTimeout,
  ): readonly QueueMessage[] {
    const received: QueueMessage[] = [];
    while (received.length < max) {
      const message = this.ready.take();
      if (!message) break;
      if (this.isExpired(message)) continue;
      if (this.isSpent(message)) this.toDeadLetters(message);
      else received.push(this.lend(message, visibilityTimeout));
    }
    return received;
  }

  /** Deleting with an old receipt handle succeeds and does nothing, as on AWS. */
  delete(receipt: string): void {
    const lent = this.inFlight.get(receipt);
    if (!lent) return;
    lent.cancel();
    this.inFlight.delete(receipt);
  }

  changeVisibility(receipt: string, seconds: number): void {
    const lent = this.inFlight.get(receipt);
    if (!lent) throw new AwsError('MessageNotInflight', 'the message is not in flight');
    lent.cancel();
    if (seconds === 0) this.giveBack(receipt);
    else
      this.inFlight.set(receipt, { message: lent.message, cancel: this.expiry(receipt, seconds) });
  }

  purge(): void {
    for (const cancel of this.delayed.values()) cancel();
    for (const lent of this.inFlight.values()) lent.cancel();
    this.delayed.clear();
    this.inFlight.clear();
    this.ready.clear();
  }

  private newMessage({ body, attributes = {}, group, sender }: NewMessage): QueueMessage {
    return {
      id: randomUUID(),
      body,
      attributes,
      group,
      sender,
      sentAt: this.time.now(),
      receiveCount: 0,
      firstReceivedAt: undefined,
      receipt: '',
    };
  }

  private put(message: QueueMessage, delay: number): void {
    if (delay <= 0) {
      this.makeReady(message);
      return;
    }
    const arrive = () => {
      this.delayed.delete(message);
      this.makeReady(message);
    };
    this.delayed.set(message, this.time.after(delay, arrive));
  }

  private makeReady(message: QueueMessage): void {
    this.ready.add(message);
    for (const listener of this.listeners) listener();
  }

  private lend(message: QueueMessage, visibilityTimeout: number): QueueMessage {
    message.receiveCount++;
    message.firstReceivedAt ??= this.time.now();
    message.receipt = `${message.id}.${message.receiveCount}.${randomUUID()}`;
    const { receipt } = message;
    if (visibilityTimeout === 0) {
      const lent = { ...message };
      this.put(message, 1);
      return lent;
    }
    this.inFlight.set(receipt, { message, cancel: this.expiry(receipt, visibilityTimeout) });
    return { ...message };
  }

  private expiry(receipt: string, seconds: number): Cancel {
    return this.time.after(seconds * 1000, () => this.giveBack(receipt));
  }

  private giveBack(receipt: string): void {
    const lent = this.inFlight.get(receipt);
    if (!lent) return;
    lent.cancel();
    this.inFlight.delete(receipt);
    this.makeReady(lent.message);
  }

  /** Looked at when a message would be received: a timer for each would keep a run from being quiet for days. */
  private isExpired({ sentAt }: QueueMessage): boolean {
    return this.time.now() - sentAt > this.settings.retention * 1000;
  }

  private isSpent(message: QueueMessage): boolean {
    const { redrive } = this.settings;
    return redrive !== undefined && message.receiveCount >= redrive.maxReceiveCount;
  }

  private toDeadLetters(message: QueueMessage): void {
    const { redrive } = this.settings;
    if (redrive) this.findQueue(redrive.target).put({ ...message }, 0);
  }
}
