// Feeds a queue's messages to a function, as the Lambda service does with the function's own role.
import { type EventPattern, matches } from '../events/event-pattern.ts';
import type { Iam } from '../iam/iam.ts';
import { isList, isObject, type JsonObject } from '../json.ts';
import type { SqsMessage } from '../sqs/sqs-message.ts';
import { md5 } from '../sqs/sqs-message.ts';
import type { SqsQueue } from '../sqs/sqs-queue.ts';
import { systemAttributes } from '../sqs/sqs-service.ts';
import type { SimulatedTime } from '../time.ts';
import type { LambdaFunction } from './lambda-function.ts';

interface SqsSourceSettings {
  readonly batchSize: number;
  /** Seconds to wait for a full batch. */
  readonly batchingWindow: number;
  readonly reportsItemFailures: boolean;
  readonly maximumConcurrency: number | undefined;
  readonly filters: readonly EventPattern[];
}

export interface SqsSourceParts {
  readonly settings: SqsSourceSettings;
  readonly queue: SqsQueue;
  readonly target: LambdaFunction;
  readonly iam: Iam;
  readonly time: SimulatedTime;
  readonly region: string;
}

export function connectQueue(parts: SqsSourceParts): void {
  const { queue, settings, target, time } = parts;
  const most = Math.min(settings.maximumConcurrency ?? target.concurrency, target.concurrency);
  const name = `messages of ${queue.settings.name}`;
  let running = 0;
  let awaited = false;

  const deliver = () => {
    running++;
    time.work(name, async () => {
      try {
        await deliverBatch(parts);
      } finally {
        running--;
      }
      pump();
    });
  };
  const pump = (windowIsOver = false) => {
    while (running < most && queue.counts().available > 0) {
      const isFull = queue.counts().available >= settings.batchSize;
      if (isFull || windowIsOver || settings.batchingWindow === 0) deliver();
      else return awaitMore();
    }
  };
  const awaitMore = () => {
    if (awaited) return;
    awaited = true;
    time.after(settings.batchingWindow * 1000, () => {
      awaited = false;
      pump(true);
    });
  };
  queue.onAvailable(oncePerTurn(time, name, pump));
}

/** Messages sent in one call come in one batch: the pump runs once after all of them. */
function oncePerTurn(time: SimulatedTime, name: string, run: () => void): () => void {
  let scheduled = false;
  return () => {
    if (scheduled) return;
    scheduled = true;
    time.work(name, async () => {
      await Promise.resolve();
      scheduled = false;
      run();
    });
  };
}

async function deliverBatch(parts: SqsSourceParts): Promise<void> {
  const { queue, target, settings, iam } = parts;
  for (const action of ['sqs:ReceiveMessage', 'sqs:DeleteMessage'])
    iam.authorize(target.settings.role, action, queue.settings.arn);
  const received = queue.receive(settings.batchSize);
  const messages = received.filter((message) => isWanted(parts, message));
  for (const message of received)
    if (!messages.includes(message)) queue.delete(message.receiptHandle);
  if (messages.length === 0) return;

  const Records = messages.map((message) => toRecord(parts, message));
  const outcome = await target.invoke(JSON.stringify({ Records }));
  if (outcome.functionError) return;
  const failed = settings.reportsItemFailures ? failedIds(outcome.payload) : new Set<string>();
  if (failed === 'all') return;
  for (const message of messages) if (!failed.has(message.id)) queue.delete(message.receiptHandle);
}

function isWanted({ settings }: SqsSourceParts, message: SqsMessage): boolean {
  if (settings.filters.length === 0) return true;
  const record = { body: parsed(message.body), attributes: systemAttributes(message) };
  return settings.filters.some((filter) => matches(filter, record as JsonObject));
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/**
 * An answer that cannot be read fails the whole batch.
 * Source: Lambda Developer Guide, "Implementing partial batch responses".
 */
export function failedIds(payload: string): ReadonlySet<string> | 'all' {
  const answer: unknown = JSON.parse(payload);
  if (!isObject(answer)) return new Set();
  const failures = answer.batchItemFailures;
  if (failures === undefined || failures === null) return new Set();
  if (!isList(failures)) return 'all';
  const ids = failures.map((failure) => (isObject(failure) ? failure.itemIdentifier : undefined));
  return ids.every((id) => typeof id === 'string' && id !== '') ? new Set(ids as string[]) : 'all';
}

function toRecord({ queue, region }: SqsSourceParts, message: SqsMessage): JsonObject {
  return {
    messageId: message.id,
    receiptHandle: message.receiptHandle,
    body: message.body,
    attributes: systemAttributes(message),
    messageAttributes: Object.fromEntries(
      Object.entries(message.attributes).map(([name, attribute]) => [
        name,
        {
          dataType: attribute.DataType,
          stringValue: attribute.StringValue,
          binaryValue: attribute.BinaryValue,
          stringListValues: [],
          binaryListValues: [],
        },
      ]),
    ),
    md5OfBody: md5(message.body),
    eventSource: 'aws:sqs',
    eventSourceARN: queue.settings.arn,
    awsRegion: region,
  };
}
