// Surveys on their way to place-survey-call.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { SurveyQueue } from '../../application/ports/survey-queue.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { sendMessages } from './messages.ts';

export function sqsSurveyQueue(sqs: SQSClient, queueUrl: string): SurveyQueue {
  return {
    send({ ref: { campaign, record }, attempt }, delay) {
      const body: TaskInput<'place-survey-call'> = { campaign, record, attempt };
      return sendMessages(sqs, queueUrl, [{ group: campaign, body, delay }]);
    },
  };
}
