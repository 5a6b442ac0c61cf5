// Ordered messages on their way to send-sms or send-email.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { EmailQueue } from '../../application/ports/message-queue.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { sendMessages } from './messages.ts';

export function sqsMessageQueue(sqs: SQSClient, queueUrl: string): EmailQueue {
  return {
    send(order, delay) {
      const body = 'message' in order ? { ...order.ref, message: order.message } : order;
      const checked: TaskInput<'send-sms'> | TaskInput<'send-email'> = body;
      return sendMessages(sqs, queueUrl, [{ group: body.campaign, body: checked, delay }]);
    },
  };
}
