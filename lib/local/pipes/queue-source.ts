// A queue as the source of a pipe. As on AWS, messages that do not match the filter are deleted.
import { type EventPattern, matches } from '../events/event-pattern.ts';
import type { JsonObject } from '../json.ts';
import { md5, type SqsMessage } from '../sqs/sqs-message.ts';
import type { SqsQueue } from '../sqs/sqs-queue.ts';
import { systemAttributes } from '../sqs/sqs-service.ts';
import type { SimulatedTime } from '../time.ts';
import { type PipeParts, runThrough } from './pipe.ts';

export interface QueueSource {
  readonly queue: SqsQueue;
  readonly batchSize: number;
  readonly filters: readonly EventPattern[];
  readonly pipe: PipeParts;
  readonly time: SimulatedTime;
  readonly region: string;
}

/**
 * A queue as the source of a pipe: what does not match the filter is taken from the queue and
 * dropped, as on AWS.
 */
export function connectQueueToPipe(source: QueueSource): void {
  const { queue, time } = source;
  let running = false;
  queue.onAvailable(() => {
    if (running) return;
    running = true;
    time.work(`pipe from ${queue.settings.name}`, async () => {
      try {
        await Promise.resolve();
        while (queue.counts().available > 0) await runBatch(source);
      } finally {
        running = false;
      }
    });
  });
}

async function runBatch({ queue, batchSize, filters, pipe, region }: QueueSource): Promise<void> {
  const { role } = pipe.settings;
  for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage'])
    pipe.iam.authorize(role, action, queue.settings.arn);
  const messages = queue.receive(batchSize);
  const wanted = messages.filter(
    (message) => filters.length === 0 || filters.some((one) => matches(one, forFilter(message))),
  );
  const events = wanted.map((message) => toEvent(message, queue.settings.arn, region));
  const isDone = events.length === 0 || (await runThrough(pipe, events));
  for (const message of messages)
    if (isDone || !wanted.includes(message)) queue.delete(message.receiptHandle);
}

/** Filters see a JSON body as an object. */
function forFilter(message: SqsMessage): JsonObject {
  try {
    return { body: JSON.parse(message.body) as JsonObject };
  } catch {
    return { body: message.body };
  }
}

function toEvent(message: SqsMessage, eventSourceARN: string, awsRegion: string): JsonObject {
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN,
    awsRegion,
  };
}
