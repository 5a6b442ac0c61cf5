// The queues of work in memory. What is sent goes to `deliver`, which may wait on a virtual clock;
// without one it is kept, for a test to look at.

import type { CopyQueue, CopyRef } from '../../application/ports/copy-queue.ts';
import type { DialQueue } from '../../application/ports/dial-queue.ts';
import type { ImportOrder, ImportQueue } from '../../application/ports/import-queue.ts';
import type {
  EmailQueue,
  MessageOrder,
  MessageQueue,
  NoticeOrder,
} from '../../application/ports/message-queue.ts';
import type { SurveyQueue } from '../../application/ports/survey-queue.ts';
import type { TickQueue, TickTells } from '../../application/ports/tick-queue.ts';
import type { WebhookQueue } from '../../application/ports/webhook-queue.ts';
import type { AttemptRef } from '../../domain/model/attempt-ref.ts';
import type { CampaignId } from '../../domain/model/ids.ts';
import type { Instant } from '../../domain/model/instant.ts';
import type { Message } from '../../domain/model/message.ts';
import type { EndpointRef } from '../../domain/webhooks/endpoint.ts';

/** Something sent, with the seconds before it is handed out. */
interface Delayed<T> {
  readonly body: T;
  readonly delay: number;
}

export type Deliver<T> = (message: Delayed<T>) => void;

export interface KeptMessages<T> {
  /** What was sent and not taken by a `deliver`, in order. */
  readonly sent: readonly Delayed<T>[];
}

export function memoryDialQueue(
  deliver?: Deliver<AttemptRef>,
): DialQueue & KeptMessages<AttemptRef> {
  const sent: Delayed<AttemptRef>[] = [];
  const hand = deliver ?? ((message) => void sent.push(message));
  return {
    sent,
    async send(orders, delays = []) {
      orders.forEach((body, i) => {
        hand({ body, delay: within(delays[i] ?? 0) });
      });
    },
  };
}

/** A tick on its way, with what it is told. */
export interface SentTick extends Delayed<CampaignId>, TickTells {}

export interface KeptTicks {
  readonly sent: readonly SentTick[];
}

export function memoryTickQueue(deliver?: (tick: SentTick) => void): TickQueue & KeptTicks {
  const sent: SentTick[] = [];
  const hand = deliver ?? ((message) => void sent.push(message));
  return {
    sent,
    async send(campaign, delays, { until, ...tells } = {}) {
      for (const [nth, delay] of delays.entries()) {
        const last = nth === delays.length - 1 && until !== undefined ? { until } : {};
        hand({ body: campaign, delay: within(delay), ...tells, ...last });
      }
    },
    async sendEach(body, ticks) {
      for (const tick of ticks) hand({ body, ...tick, delay: within(tick.delay) });
    },
  };
}

export function memorySurveyQueue(
  deliver?: Deliver<AttemptRef>,
): SurveyQueue & KeptMessages<AttemptRef> {
  const sent: Delayed<AttemptRef>[] = [];
  const hand = deliver ?? ((message) => void sent.push(message));
  return {
    sent,
    async send(body, delay) {
      hand({ body, delay: within(delay) });
    },
  };
}

/** The line of an endpoint is to be worked. */
export interface WebhookWake extends EndpointRef {
  readonly wake: Instant;
}

export function memoryWebhookQueue(
  deliver?: Deliver<WebhookWake>,
): WebhookQueue & KeptMessages<WebhookWake> {
  const sent: Delayed<WebhookWake>[] = [];
  const hand = deliver ?? ((message) => void sent.push(message));
  return {
    sent,
    async wake({ campaign, webhook }, wake, now) {
      hand({ body: { campaign, webhook, wake }, delay: within(Math.ceil((wake - now) / 1000)) });
    },
  };
}

export function memoryImportQueue(
  deliver?: Deliver<ImportOrder>,
): ImportQueue & KeptMessages<ImportOrder> {
  const sent: Delayed<ImportOrder>[] = [];
  const hand = deliver ?? ((message) => void sent.push(message));
  return {
    sent,
    send: async (body) => hand({ body, delay: 0 }),
  };
}

export function memoryCopyQueue(deliver?: Deliver<CopyRef>): CopyQueue & KeptMessages<CopyRef> {
  const sent: Delayed<CopyRef>[] = [];
  const hand = deliver ?? ((message) => void sent.push(message));
  return {
    sent,
    send: async (body, delay = 0) => hand({ body, delay }),
  };
}

export interface OrderedMessage extends MessageOrder {
  readonly kind: Message['content']['kind'];
}

export function memoryMessageQueue(
  kind: OrderedMessage['kind'],
  deliver?: Deliver<OrderedMessage>,
): MessageQueue & KeptMessages<OrderedMessage> {
  const sent: Delayed<OrderedMessage>[] = [];
  const hand = deliver ?? ((message) => void sent.push(message));
  return {
    sent,
    async send(order, delay) {
      hand({ body: { ...order, kind }, delay: within(delay) });
    },
  };
}

export interface MemoryEmailQueue extends EmailQueue, KeptMessages<OrderedMessage> {
  /** E-mails to supervisors. */
  readonly notices: readonly Delayed<NoticeOrder>[];
}

export function memoryEmailQueue(
  deliver?: Deliver<OrderedMessage>,
  deliverNotice?: Deliver<NoticeOrder>,
): MemoryEmailQueue {
  const ofRecords = memoryMessageQueue('email', deliver);
  const notices: Delayed<NoticeOrder>[] = [];
  const hand = deliverNotice ?? ((notice) => void notices.push(notice));
  return {
    sent: ofRecords.sent,
    notices,
    async send(order, delay) {
      if ('message' in order) await ofRecords.send(order, delay);
      else hand({ body: order, delay: within(delay) });
    },
  };
}

/** SQS refuses other delays, so a test must not get away with them either. */
function within(seconds: number): number {
  if (Number.isInteger(seconds) && seconds >= 0 && seconds <= 900) return seconds;
  throw new RangeError(`a delay is 0 to 900 whole seconds, not ${seconds}`);
}
