// Ticks on their way to dialer-tick.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { TickQueue } from '../../application/ports/tick-queue.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { sendMessages } from './messages.ts';

export function sqsTickQueue(sqs: SQSClient, queueUrl: string): TickQueue {
  return {
    send(campaign, delays, { until, ...tells } = {}) {
      const bodyOf = (nth: number): TaskInput<'dialer-tick'> => ({
        ...{ campaign, ...tells },
        until: nth === delays.length - 1 ? until : undefined,
      });
      return sendMessages(
        sqs,
        queueUrl,
        delays.map((delay, nth) => ({ group: campaign, body: bodyOf(nth), delay })),
      );
    },
    sendEach(campaign, ticks) {
      const messages = ticks.map(({ delay, ...tells }) => {
        const body: TaskInput<'dialer-tick'> = { campaign, ...tells };
        return { group: campaign, body, delay };
      });
      return sendMessages(sqs, queueUrl, messages);
    },
  };
}
