// Ordered messages on their way to send-sms or send-email.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { MessageQueue } from '../../application/ports/message-queue.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { sendMessages } from './messages.ts';

export function sqsMessageQueue(sqs: SQSClient, queueUrl: string): MessageQueue {
  return {
    send({ ref: { campaign, record }, message }, delay) {
      const body: TaskInput<'send-sms'> & TaskInput<'send-email'> = { campaign, record, message };
      return sendMessages(sqs, queueUrl, [{ campaign, body, delay }]);
    },
  };
}
