// Ordered calls on their way to place-call.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { DialQueue } from '../../application/ports/dial-queue.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { sendMessages } from './messages.ts';

export function sqsDialQueue(sqs: SQSClient, queueUrl: string): DialQueue {
  return {
    send: (orders, delays = []) =>
      sendMessages(
        sqs,
        queueUrl,
        orders.map(({ ref, attempt, listed }, n) => {
          const { campaign, record } = ref;
          const body: TaskInput<'place-call'> = {
            ...{ campaign, record, attempt },
            ...(listed && { listed: [...listed] }),
          };
          return { group: campaign, body, delay: delays[n] ?? 0 };
        }),
      ),
  };
}
