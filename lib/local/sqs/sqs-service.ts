// Amazon SQS over the JSON protocol. FIFO queues are refused by name.
import { NotEmulated } from '../../simulation/connect/not-emulated.ts';
import { type AwsLocation, arn } from '../aws-location.ts';
import { AwsError, messageOf } from '../errors.ts';
import { type JsonAction, jsonService } from '../gateway/json-service.ts';
import type { Service, ServiceCall } from '../gateway/service.ts';
import { isList, isObject, type Json, type JsonObject } from '../json.ts';
import { chunksOf64KB } from '../meter.ts';
import { md5, md5OfAttributes, readAttributes, type SqsMessage } from './sqs-message.ts';
import type { SqsQueue } from './sqs-queue.ts';
import type { SqsQueues } from './sqs-queues.ts';

/** Amazon SQS, JSON protocol. Receiving never waits: simulated time would not move meanwhile. */
export function sqsService(queues: SqsQueues, location: AwsLocation): Service {
  const onQueue = (
    action: string,
    run: (queue: SqsQueue, input: JsonObject, call: ServiceCall) => Json | undefined,
  ): JsonAction => ({
    access: (input) => [{ action, resource: queues.arnOfUrl(String(input.QueueUrl)) }],
    run: (input, call) => run(queues.withUrl(String(input.QueueUrl)), input, call),
    units: (_, call) => chunksOf64KB(call.request.body.length),
  });
  return jsonService('sqs', 'json-1.0', {
    SendMessage: onQueue('sqs:SendMessage', send),
    SendMessageBatch: onQueue('sqs:SendMessage', (queue, input, call) =>
      batch(input, (entry) => send(queue, entry, call)),
    ),
    ReceiveMessage: onQueue('sqs:ReceiveMessage', receive),
    DeleteMessage: onQueue('sqs:DeleteMessage', (queue, input) => {
      queue.delete(String(input.ReceiptHandle));
      return undefined;
    }),
    DeleteMessageBatch: onQueue('sqs:DeleteMessage', (queue, input) =>
      batch(input, (entry) => {
        queue.delete(String(entry.ReceiptHandle));
        return {};
      }),
    ),
    ChangeMessageVisibility: onQueue('sqs:ChangeMessageVisibility', (queue, input) => {
      queue.changeVisibility(String(input.ReceiptHandle), Number(input.VisibilityTimeout));
      return undefined;
    }),
    ChangeMessageVisibilityBatch: onQueue('sqs:ChangeMessageVisibility', (queue, input) =>
      batch(input, (entry) => {
        queue.changeVisibility(String(entry.ReceiptHandle), Number(entry.VisibilityTimeout));
        return {};
      }),
    ),
    GetQueueAttributes: onQueue('sqs:GetQueueAttributes', attributes),
    PurgeQueue: onQueue('sqs:PurgeQueue', (queue) => {
      queue.purge();
      return undefined;
    }),
    GetQueueUrl: {
      access: ({ QueueName }) => [
        { action: 'sqs:GetQueueUrl', resource: arn(location, 'sqs', String(QueueName)) },
      ],
      run: ({ QueueName }) => ({ QueueUrl: queues.withName(String(QueueName)).settings.url }),
    },
  });
}

function send(queue: SqsQueue, input: JsonObject, { principal }: ServiceCall): JsonObject {
  if (input.MessageDeduplicationId !== undefined)
    throw new NotEmulated('MessageDeduplicationId (FIFO queues)');
  const delay = input.DelaySeconds === undefined ? undefined : Number(input.DelaySeconds);
  if (delay !== undefined && !(delay >= 0 && delay <= 900))
    throw new AwsError('InvalidParameterValue', `DelaySeconds ${delay} is not within 0 to 900`);
  const message = queue.send({
    body: String(input.MessageBody),
    attributes: readAttributes(input.MessageAttributes),
    group: input.MessageGroupId === undefined ? undefined : String(input.MessageGroupId),
    sender: principal.kind === 'service' ? principal.name : principal.arn,
    delay,
  });
  return {
    MessageId: message.id,
    MD5OfMessageBody: md5(message.body),
    MD5OfMessageAttributes: md5OfAttributes(message.attributes),
  };
}

function receive(queue: SqsQueue, input: JsonObject): JsonObject {
  const visibility = input.VisibilityTimeout;
  const messages = queue.receive(
    Number(input.MaxNumberOfMessages ?? 1),
    visibility === undefined ? undefined : Number(visibility),
  );
  return messages.length === 0 ? {} : { Messages: messages.map((message) => wire(message)) };
}

function wire(message: SqsMessage): JsonObject {
  return {
    MessageId: message.id,
    ReceiptHandle: message.receiptHandle,
    Body: message.body,
    MD5OfBody: md5(message.body),
    Attributes: systemAttributes(message),
    ...(Object.keys(message.attributes).length === 0
      ? {}
      : {
          MessageAttributes: message.attributes as unknown as JsonObject,
          MD5OfMessageAttributes: md5OfAttributes(message.attributes),
        }),
  };
}

/** Those of a received message, also in Lambda events. */
export function systemAttributes(message: SqsMessage): Readonly<Record<string, string>> {
  return {
    ApproximateReceiveCount: String(message.receiveCount),
    SentTimestamp: String(message.sentAt),
    SenderId: message.sender,
    ApproximateFirstReceiveTimestamp: String(message.firstReceivedAt ?? message.sentAt),
    ...(message.group === undefined ? {} : { MessageGroupId: message.group }),
  };
}

function attributes(queue: SqsQueue): JsonObject {
  const { available, delayed, inFlight } = queue.counts();
  const { settings } = queue;
  return {
    Attributes: {
      QueueArn: settings.arn,
      ApproximateNumberOfMessages: String(available),
      ApproximateNumberOfMessagesDelayed: String(delayed),
      ApproximateNumberOfMessagesNotVisible: String(inFlight),
      DelaySeconds: String(settings.delay),
      VisibilityTimeout: String(settings.visibilityTimeout),
      MessageRetentionPeriod: String(settings.retention),
    },
  };
}

function batch(input: JsonObject, run: (entry: JsonObject) => JsonObject): JsonObject {
  const Successful: Json[] = [];
  const Failed: Json[] = [];
  for (const entry of isList(input.Entries) ? input.Entries : []) {
    if (!isObject(entry)) continue;
    const Id = String(entry.Id);
    try {
      Successful.push({ Id, ...run(entry) });
    } catch (error) {
      if (!(error instanceof AwsError)) throw error;
      Failed.push({ Id, Code: error.code, Message: messageOf(error), SenderFault: true });
    }
  }
  return { Successful, Failed };
}
