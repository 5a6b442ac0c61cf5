// Sending to our work queues. The group is mostly the campaign: on a standard queue SQS then serves
// campaigns fairly, so a large one does not hold up a small one (SQS fair queues).
import {
  SendMessageBatchCommand,
  type SendMessageBatchRequestEntry,
  type SQSClient,
} from '@aws-sdk/client-sqs';
import { Fault } from '../../application/tasks/faults.ts';
import { faultOf } from '../service-errors.ts';

export interface QueueMessage {
  readonly group: string;
  readonly body: unknown;
  /** Seconds, 0 to 900. */
  readonly delay: number;
}

/** SQS takes ten messages at once. */
const BATCH = 10;
const TRIES = 3;

/**
 * Sends all or raises StoreUnavailable; a message may be sent twice, its reader does the work once.
 */
export async function sendMessages(
  sqs: SQSClient,
  queueUrl: string,
  messages: readonly QueueMessage[],
): Promise<void> {
  for (let from = 0; from < messages.length; from += BATCH) {
    const batch = messages.slice(from, from + BATCH).map((message, n) => entryOf(message, n));
    await sendBatch(sqs, queueUrl, batch);
  }
}

function entryOf({ group, body, delay }: QueueMessage, n: number): SendMessageBatchRequestEntry {
  return {
    Id: String(n),
    MessageBody: JSON.stringify(body),
    DelaySeconds: Math.min(900, Math.max(0, Math.ceil(delay))),
    MessageGroupId: group,
  };
}

async function sendBatch(
  sqs: SQSClient,
  QueueUrl: string,
  entries: readonly SendMessageBatchRequestEntry[],
): Promise<void> {
  let left = entries;
  for (let tries = 0; tries < TRIES && left.length > 0; tries++) {
    const failed = await failedOf(sqs, QueueUrl, left);
    left = left.filter((entry) => failed.has(entry.Id ?? ''));
  }
  if (left.length > 0) throw new Fault('StoreUnavailable', `SQS took ${left.length} messages not`);
}

async function failedOf(
  sqs: SQSClient,
  QueueUrl: string,
  entries: readonly SendMessageBatchRequestEntry[],
): Promise<ReadonlySet<string>> {
  try {
    const command = new SendMessageBatchCommand({ QueueUrl, Entries: [...entries] });
    const { Failed = [] } = await sqs.send(command);
    const ours = Failed.find((failure) => failure.SenderFault);
    if (ours) throw new Error(`SQS refuses a message: ${ours.Code}`);
    return new Set(Failed.map((failure) => failure.Id ?? ''));
  } catch (error) {
    throw faultOf('StoreUnavailable', 'sending to a queue', error);
  }
}
