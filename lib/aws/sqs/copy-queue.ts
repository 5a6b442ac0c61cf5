// Copies of records on their way to copy-records.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { CopyQueue } from '../../application/ports/copy-queue.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { sendMessages } from './messages.ts';

export function sqsCopyQueue(sqs: SQSClient, queueUrl: string): CopyQueue {
  return {
    send({ campaign, copy }, delay = 0) {
      const body: TaskInput<'copy-records'> = { campaign, copy };
      return sendMessages(sqs, queueUrl, [{ group: campaign, body, delay }]);
    },
  };
}
