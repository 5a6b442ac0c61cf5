// Ticks on their way to dialer-tick.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { TickQueue } from '../../application/ports/tick-queue.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { sendMessages } from './messages.ts';

export function sqsTickQueue(sqs: SQSClient, queueUrl: string): TickQueue {
  return {
    send(campaign, delays, due) {
      const body: TaskInput<'dialer-tick'> = { campaign, due };
      return sendMessages(
        sqs,
        queueUrl,
        delays.map((delay) => ({ group: campaign, body, delay })),
      );
    },
  };
}
