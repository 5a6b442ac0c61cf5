// Wakes of the line of an endpoint, on their way to deliver-webhook. The group is the endpoint, as
// in the rules of the bus that feed the same queue.
import type { SQSClient } from '@aws-sdk/client-sqs';
import type { WebhookQueue } from '../../application/ports/webhook-queue.ts';
import type { TaskInput } from '../../application/tasks/tasks.ts';
import { endpointKey } from '../../domain/webhooks/endpoint.ts';
import { sendMessages } from './messages.ts';

export function sqsWebhookQueue(sqs: SQSClient, queueUrl: string): WebhookQueue {
  return {
    wake({ campaign, webhook }, at, now) {
      const body: TaskInput<'deliver-webhook'> = { campaign, webhook, wake: at };
      const group = endpointKey({ campaign, webhook });
      return sendMessages(sqs, queueUrl, [{ group, body, delay: (at - now) / 1000 }]);
    },
  };
}
